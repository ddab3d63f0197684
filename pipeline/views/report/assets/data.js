// The packed data → columns. A column is its distinct values and one code a row; code 0 is "", which is missing.

/** Inflates base64 of gzip of JSON. */
export async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export class Column {
  constructor({ values, codes }) {
    this.values = values;
    this.codes = Int32Array.from(codes);
    this.lowered = [];
  }

  at(row) {
    return this.values[this.codes[row]];
  }

  /** A value in lower case, made when first asked for. */
  lower(code) {
    this.lowered[code] ??= this.values[code].toLowerCase();
    return this.lowered[code];
  }
}

function table(columns) {
  const made = {};
  for (const [name, column] of Object.entries(columns))
    made[name] = Array.isArray(column) ? Int32Array.from(column) : new Column(column);
  return made;
}

/** Gives the facts columns of their article, so that filters, search and sorting know one kind of column. */
function joinArticles(facts, articles) {
  for (const name of ["title", "outlet", "published_at"]) {
    const { values, codes } = articles[name];
    facts[name] = new Column({ values, codes: facts.article.map((article) => codes[article]) });
  }
}

/** Where each article's facts start; one more at the end. */
function starts(article, count) {
  const first = new Int32Array(count + 1);
  for (const each of article) first[each + 1] += 1;
  for (let place = 0; place < count; place++) first[place + 1] += first[place];
  return first;
}

export async function readData(text) {
  const raw = await unpack(text);
  const articles = table(raw.articles);
  const facts = table(raw.facts);
  const size = facts.article.length;
  const count = articles.article_id.codes.length;
  joinArticles(facts, articles);
  const places = new Map();
  for (let place = 0; place < count; place++) places.set(articles.article_id.at(place), place);
  return {
    ...raw,
    articles: { ...articles, size: count, places },
    facts: { ...facts, size, first: starts(facts.article, count) },
    errors: { ...table(raw.errors), size: raw.errors.source.codes.length },
  };
}

export const LETTERS = { d: "dates", m: "person_mentions", r: "roles", f: "figures", q: "quotes" };

/** "a1:q3" → its article's id and its table. */
export function parseRow(rowId) {
  const cut = rowId.lastIndexOf(":");
  return { article_id: rowId.slice(0, cut), table: LETTERS[rowId[cut + 1]] };
}

/** The full id of a fact's row. */
export function rowId(data, fact) {
  return `${articleId(data, fact)}:${data.facts.row.at(fact)}`;
}

export function articleId(data, fact) {
  return data.articles.article_id.at(data.facts.article[fact]);
}

/** The place of a row among the facts, -1 for one that is none, such as a mention. */
export function findFact(data, id) {
  const { article_id } = parseRow(id);
  const article = data.articles.places.get(article_id);
  if (article === undefined) return -1;
  const short = id.slice(article_id.length + 1);
  for (let fact = data.facts.first[article]; fact < data.facts.first[article + 1]; fact++)
    if (data.facts.row.at(fact) === short) return fact;
  return -1;
}

/** The value as the contract has it; that of a quote is its text without the marks. */
export function valueOf(facts, fact) {
  const trim = facts.trim.at(fact);
  if (!trim) return facts.value.at(fact);
  const [left, right] = trim.split(",").map(Number);
  const text = facts.text.at(fact);
  return text.slice(left, text.length - right);
}

/** "Kepala Bidang, Dinas Pendidikan, Sumatera Selatan", "Kepala Dinas Pendidikan, Kudus"; "" where none is named. */
export function postOf(facts, fact) {
  const [position, organization, region] = [facts.position, facts.organization, facts.region].map((column) => column.at(fact));
  const [head] = organization.split(" ");
  const isRepeated = head && position.split(" ").at(-1) === head; // Kepala Dinas + Dinas Pendidikan
  const post = isRepeated ? [position + organization.slice(head.length)] : [position, organization];
  return [...post, region].filter(Boolean).join(", ");
}

/** An article's title, else where it came from. */
export function titleOf(data, article) {
  return data.articles.title.at(article) || data.articles.source.at(article);
}

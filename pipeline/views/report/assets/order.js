// The order of the table: facts by a column, as a permutation that is made once and kept.

const COLLATED = 20000; // distinct values up to which a locale's order is worth its time

/** Numbers by size and before words, words as a dictionary has them, or by their letters where there are very many. */
function comparison(column, count) {
  const { values } = column;
  const collator = new Intl.Collator("id", { sensitivity: "base", numeric: true });
  const words = count <= COLLATED
    ? (a, b) => collator.compare(values[a], values[b])
    : (a, b) => (column.lower(a) < column.lower(b) ? -1 : column.lower(a) > column.lower(b) ? 1 : 0);
  const numbers = values.map(Number);
  const isWord = numbers.map(Number.isNaN);
  return (a, b) => isWord[a] - isWord[b] || (isWord[a] ? words(a, b) : numbers[a] - numbers[b]);
}

function ranks(column) {
  const { values } = column;
  const order = [...values.keys()].slice(1);
  order.sort(comparison(column, order.length));
  const rank = new Uint32Array(values.length);
  order.forEach((code, place) => { rank[code] = place + 1; });
  return rank; // 0 is missing
}

export class Order {
  constructor(facts) {
    this.facts = facts;
    this.kept = new Map();
  }

  /** All facts by a column, ascending, those that lack it last; within equal values in the order of the articles. */
  by(name) {
    if (!this.kept.has(name)) this.kept.set(name, this.#sorted(name));
    return this.kept.get(name);
  }

  #sorted(name) {
    const column = this.facts[name];
    const rank = ranks(column);
    const key = (fact) => rank[column.codes[fact]];
    const starts = new Uint32Array(rank.length + 1);
    for (let fact = 0; fact < this.facts.size; fact++) starts[key(fact) + 1] += 1;
    const missing = starts[1];
    starts[1] = 0; // counted in at the end instead
    for (let place = 1; place < starts.length; place++) starts[place] += starts[place - 1];
    starts[0] = this.facts.size - missing;
    const order = new Uint32Array(this.facts.size);
    for (let fact = 0; fact < this.facts.size; fact++) order[starts[key(fact)]++] = fact;
    return { order, known: this.facts.size - missing };
  }

  /** The facts that `passes` takes, in order of a column (of the articles without one). */
  shown(name, descending, passes) {
    const { size } = this.facts;
    const { order, known } = name ? this.by(name) : { order: null, known: size };
    const shown = new Uint32Array(size);
    let count = 0;
    const take = (fact) => { if (passes(fact)) shown[count++] = fact; };
    const at = (place) => (order ? order[place] : place);
    if (descending) for (let place = known - 1; place >= 0; place--) take(at(place));
    else for (let place = 0; place < known; place++) take(at(place));
    for (let place = known; place < size; place++) take(at(place));
    return shown.subarray(0, count);
  }
}

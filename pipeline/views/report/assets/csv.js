// What is filtered, as CSV for spreadsheets: UTF-8 with a mark, and no cell that a spreadsheet would run as a formula.
import { articleId, rowId, valueOf } from "./data.js";

/** The columns of the contract's table `facts`, but for sentence_text: the page holds sentences with their articles. */
const COLUMNS = [
  "article_id", "published_at", "outlet", "title", "url", "stage", "row_id", "sentence_id", "start_char", "end_char",
  "text", "value", "unit", "person", "entity_id", "position", "organization", "region", "region_code", "date", "kind",
  "confidence",
];

/** A cell; one that starts like a formula gets an apostrophe before it, as spreadsheets want for text. */
export function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(data, shown) {
  const { facts, articles } = data;
  const computed = {
    article_id: (fact) => articleId(data, fact),
    row_id: (fact) => rowId(data, fact),
    sentence_id: (fact) => `${articleId(data, fact)}:${facts.sentence.at(fact)}`,
    url: (fact) => articles.url.at(facts.article[fact]),
    value: (fact) => valueOf(facts, fact),
    start_char: (fact) => facts.start[fact],
    end_char: (fact) => facts.start[fact] + facts.length[fact],
  };
  const columns = COLUMNS.map((name) => computed[name] ?? ((fact) => facts[name].at(fact)));
  const lines = Array.from(shown, (fact) => columns.map((column) => cell(column(fact))).join(","));
  return `\ufeff${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

/** Offers a text to the reader as a file. */
export function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

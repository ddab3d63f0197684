// What could not be read or processed: the table `errors`, and articles that gave nothing.
import { el } from "./dom.js";
import { VirtualList } from "./virtual.js";
import { number, t } from "./words.js";

const NAMES = ["where", "step", "type", "message"];

/** All problems, each with where, step, type and message. */
export function problems(data) {
  const { errors, articles } = data;
  const found = Array.from({ length: errors.size }, (_, row) => ({
    where: errors.source.at(row),
    step: errors.stage.at(row),
    type: errors.error_type.at(row),
    message: errors.message.at(row),
  }));
  const known = new Set(found.map((problem) => problem.where));
  for (let article = 0; article < articles.size; article++) {
    const status = articles.status.at(article);
    const where = articles.source.at(article);
    if (status !== "ok" && !known.has(where)) found.push({ where, step: "", type: status, message: articles.error.at(article) });
  }
  return found;
}

export class Errors {
  constructor(panel, { data }) {
    this.panel = panel;
    this.problems = problems(data);
  }

  build() {
    if (!this.problems.length) return this.panel.replaceChildren(el("p", { class: "note" }, t("noErrors")));
    const head = el("div", { class: "grid-head", role: "row" }, NAMES.map((name) => el("div", { role: "columnheader" }, t(name))));
    const list = el("div", {
      class: "grid grid-errors", role: "table", tabindex: 0, "aria-label": t("errors"), "aria-rowcount": this.problems.length + 1,
    }, el("div", { role: "rowgroup", class: "grid-top" }, head));
    this.list = new VirtualList(list, {
      height: () => parseInt(getComputedStyle(list).getPropertyValue("--row"), 10),
      render: (place) => this.#row(place),
    });
    this.panel.replaceChildren(el("p", { class: "note" }, t("errorsIntro", number(this.problems.length))), list);
    this.render();
    return undefined;
  }

  #row(place) {
    const problem = { ...this.problems[place], type: t(this.problems[place].type) };
    const cells = NAMES.map((name) => el("div", { role: "cell", class: `cell-${name}`, title: problem[name] }, problem[name]));
    return el("div", { role: "row", class: "row", "aria-rowindex": place + 2 }, cells);
  }

  render() {
    this.list?.show(this.problems.length);
  }
}

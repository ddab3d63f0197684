// What could not be read or processed: the table `errors`, and articles that gave nothing.
import { el } from "./dom.js";
import { VirtualList } from "./virtual.js";
import { number, t } from "./words.js";

/** All problems, each with where, step, type and message. */
export function problems(data) {
  const { errors, articles } = data;
  const found = Array.from({ length: errors.size }, (_, row) => ({
    where: errors.source.at(row), step: errors.stage.at(row), type: errors.error_type.at(row), message: errors.message.at(row),
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
    const names = ["where", "step", "type", "message"];
    const list = el("div", { class: "grid grid-errors", role: "table", tabindex: 0, "aria-label": t("errors"), "aria-rowcount": this.problems.length + 1 },
      el("div", { role: "rowgroup", class: "grid-top" }, el("div", { class: "grid-head", role: "row" }, names.map((name) => el("div", { role: "columnheader" }, t(name))))));
    this.list = new VirtualList(list, {
      height: () => parseInt(getComputedStyle(list).getPropertyValue("--row"), 10),
      render: (place) => el("div", { role: "row", class: "row", "aria-rowindex": place + 2 },
        names.map((name) => el("div", { role: "cell", class: `cell-${name}`, title: this.problems[place][name] }, name === "type" ? t(this.problems[place][name]) : this.problems[place][name]))),
    });
    this.panel.replaceChildren(el("p", { class: "note" }, t("errorsIntro", number(this.problems.length))), list);
    this.render();
    return undefined;
  }

  render() {
    this.list?.show(this.problems.length);
  }
}

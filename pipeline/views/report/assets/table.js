// The table of facts: a grid of which only the rows in sight exist, moved through by keyboard or pointer.
import { csv, download } from "./csv.js";
import { postOf, rowId, titleOf, valueOf } from "./data.js";
import { button, el } from "./dom.js";
import { Order } from "./order.js";
import { VirtualList } from "./virtual.js";
import { amount, calendar, day, number, t } from "./words.js";

/** Column → the column of the facts that it is sorted by. */
const COLUMNS = {
  stage: "stage", text: "text", value: "value", person: "person", post: "position", region: "place",
  published: "published_at", sure: "confidence",
};

/** What the column *value* shows: an amount, a calendar value, or for other facts their kind. */
export function shownValue(facts, fact) {
  const stage = facts.stage.at(fact);
  const kind = facts.kind.at(fact);
  const value = valueOf(facts, fact);
  if (stage === "figure" && value) return amount(value, facts.unit.at(fact), kind);
  return stage === "date" && value ? calendar(value) : t(kind);
}

export class Table {
  constructor(panel, { data, filters, open, marks }) {
    Object.assign(this, { panel, data, filters, open, marks, active: 0, sort: null, descending: false });
    this.order = new Order(data.facts);
    this.shown = new Uint32Array(0);
  }

  build() {
    this.head = el("div", { class: "grid-head", role: "row", "aria-rowindex": 1 });
    this.grid = el("div", {
      class: "grid", id: "grid", role: "grid", tabindex: 0, "aria-label": t("table"), "aria-describedby": "grid-help",
      onkeydown: (event) => this.#onKey(event), onclick: (event) => this.#onClick(event),
    }, el("div", { role: "rowgroup", class: "grid-top" }, this.head));
    this.list = new VirtualList(this.grid, { height: () => this.#height(), render: (place) => this.#row(place) });
    this.panel.replaceChildren(
      el("div", { class: "panel-tools" },
        el("p", { id: "grid-help", class: "quiet" }, t("tableHelp")),
        button(t("download"), () => this.#download(), { id: "download", class: "plain" })),
      this.grid);
    this.render();
  }

  /** Follows the filters and the order. */
  render() {
    this.shown = this.order.shown(this.sort && COLUMNS[this.sort], this.descending, (fact) => this.filters.passes(fact));
    this.active = Math.min(this.active, Math.max(0, this.shown.length - 1));
    this.grid.setAttribute("aria-rowcount", this.shown.length + 1);
    this.head.replaceChildren(...Object.keys(COLUMNS).map((name) => this.#header(name)));
    this.list.show(this.shown.length);
    this.grid.classList.toggle("is-empty", !this.shown.length);
    this.grid.dataset.empty = t("nothing");
    this.#point();
  }

  /** Filters were changed: what is shown starts at its top again. */
  restart() {
    this.active = 0;
    if (this.grid) this.grid.scrollTop = 0;
  }

  #header(name) {
    const direction = this.sort !== name ? "none" : this.descending ? "descending" : "ascending";
    const arrow = el("span", { "aria-hidden": "true" }, { none: "", descending: " ↓", ascending: " ↑" }[direction]);
    return el("div", { role: "columnheader", class: `cell-${name}`, "aria-sort": direction },
      button([t(name), arrow], () => this.#sortBy(name)));
  }

  #sortBy(name) {
    if (this.sort !== name) [this.sort, this.descending] = [name, false];
    else if (!this.descending) this.descending = true;
    else [this.sort, this.descending] = [null, false];
    this.restart();
    this.render();
    this.head.querySelector(`.cell-${name} button`).focus();
  }

  #height() {
    return parseInt(getComputedStyle(this.grid).getPropertyValue("--row"), 10);
  }

  #row(place) {
    const { facts, articles } = this.data;
    const fact = this.shown[place];
    const article = facts.article[fact];
    const stage = facts.stage.at(fact);
    const published = facts.published_at.at(fact);
    const about = [articles.outlet.at(article), titleOf(this.data, article)].filter(Boolean).join(" · ");
    const cells = {
      stage: [el("span", { class: `tag stage-${stage}` }, el("span", { class: "dot" }), t(stage))],
      text: [el("span", { class: "words" }, facts.text.at(fact)), el("span", { class: "about quiet" }, about)],
      value: [shownValue(facts, fact)],
      person: [facts.person.at(fact)],
      post: [postOf(facts, fact)],
      region: [facts.region.at(fact)],
      published: [published && day(published)],
      sure: [number(Number(facts.confidence.at(fact)), { minimumFractionDigits: 2 })],
    };
    return el("div", {
      role: "row", id: `row-${place}`, class: ["row", ...(this.marks.get(rowId(this.data, fact)) ?? [])].join(" "),
      "aria-rowindex": place + 2, "aria-selected": String(place === this.active), "data-place": place,
    }, Object.entries(cells).map(([name, content]) => el("div", { role: "gridcell", class: `cell-${name}` }, content)));
  }

  #point() {
    if (this.shown.length) this.grid.setAttribute("aria-activedescendant", `row-${this.active}`);
    else this.grid.removeAttribute("aria-activedescendant");
  }

  /** Makes a row the active one and brings it into sight. */
  activate(place) {
    this.list.drawn.get(this.active)?.setAttribute("aria-selected", "false");
    this.active = Math.min(Math.max(place, 0), this.shown.length - 1);
    this.list.reveal(this.active, this.head.offsetHeight);
    this.list.drawn.get(this.active)?.setAttribute("aria-selected", "true");
    this.#point();
  }

  /** Where a fact stands among those shown, -1 if it isn't. */
  placeOf(fact) {
    return this.shown.indexOf(fact);
  }

  #onKey(event) {
    if (event.target !== this.grid || !this.shown.length) return;
    const { page } = this.list;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) this.activate(this.active + steps[event.key]);
    else if (event.key === "Enter" || event.key === " ") this.open(this.shown[this.active]);
    else return;
    event.preventDefault();
  }

  #onClick(event) {
    const row = event.target.closest("[data-place]");
    if (!row || getSelection().toString()) return;
    this.activate(Number(row.dataset.place));
    this.open(this.shown[this.active]);
  }

  #download() {
    download(csv(this.data, this.shown), `fakta-${new Date().toISOString().slice(0, 10)}.csv`);
  }
}

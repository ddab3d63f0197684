// One article with its spans, in a dialog: reached from any row, which is marked and whose sentence flashes.
import { findFact, parseRow, titleOf } from "./data.js";
import { button, byId, el, still } from "./dom.js";
import { day, number, t } from "./words.js";

const LAYERS = ["quote", "role", "person", "figure", "date"];
const KEYS = {
  dates: "date_id", person_mentions: "mention_id", roles: "role_id", figures: "figure_id", quotes: "quote_id",
};
const HIDDEN = new Set(["text", "content", "sentence_id", "start_char", "end_char", ...Object.values(KEYS)]);

export class ArticleView {
  /** `load(articleId)` → payload (see payload() in data.py); `onRow(detail)` is told of every row that is selected. */
  constructor({ data, load, table, marks, onRow }) {
    Object.assign(this, { data, load, table, marks, onRow, dialog: byId("article"), row: null, shown: null });
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog.close(); });
    this.dialog.addEventListener("close", () => { this.row = null; byId("grid")?.focus({ preventScroll: true }); });
    this.dialog.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** The frame of the dialog; made anew when the language changes. */
  build() {
    const tool = (id, label, onclick) => button(label, onclick, { id, class: "plain" });
    this.place = el("span", { class: "quiet", role: "status" });
    const words = (key) => el("span", { class: "wide" }, t(key));
    this.previous = tool("previous", ["← ", words("previous")], () => this.move(-1));
    this.next = tool("next", [words("next"), " →"], () => this.move(1));
    this.about = el("div", { class: "article-about" });
    this.text = el("div", { class: "article-text", onclick: (event) => this.#onPick(event) });
    this.details = el("section", { class: "details", "aria-label": t("rowDetails"), "aria-live": "polite" });
    this.dialog.replaceChildren(
      el("div", { class: "article-tools" },
        this.previous, this.place, this.next, tool("close", t("close"), () => this.dialog.close())),
      el("div", { class: "article-scroll", tabindex: -1 }, this.about, this.#legend(), this.text),
      this.details);
    this.shown = null;
    if (this.row) this.select(this.row);
  }

  #legend() {
    return el("div", { class: "b-legend", role: "group", "aria-label": t("layers") }, LAYERS.map((layer) =>
      el("label", { class: "b-key" },
        el("input", { type: "checkbox", class: `b-on b-${layer}-on`, checked: true }),
        el("span", { class: `b-span b-${layer}` }, t(layer)))));
  }

  /** Opens the article of a row, marks the row and brings its sentence into sight. */
  async select(rowId) {
    const { article_id, table } = parseRow(rowId);
    this.row = rowId;
    if (!this.dialog.open) this.dialog.showModal();
    if (this.shown?.article_id !== article_id) await this.#show(article_id);
    if (this.row !== rowId || !this.shown) return; // the reader went on meanwhile, or there is nothing to show
    this.#mark(rowId);
    this.#describe(table, rowId);
    this.#where();
    this.onRow({ table, row_id: rowId, article_id });
  }

  async #show(articleId) {
    this.shown = null;
    this.about.replaceChildren(el("p", { class: "quiet" }, t("loadingArticle")));
    this.text.replaceChildren();
    this.details.replaceChildren();
    try {
      const loaded = await this.load(articleId);
      if (parseRow(this.row ?? "").article_id !== articleId) return;
      this.shown = loaded;
      this.#head(articleId);
      this.text.innerHTML = loaded.html; // escaped where it was made, and the page's policy runs no script but its own
      this.#reachable();
      this.decorate();
    } catch (error) {
      this.about.replaceChildren(el("p", { role: "alert" }, t("articleFailed", error.message)));
    }
  }

  #head(articleId) {
    const { articles } = this.data;
    const place = articles.places.get(articleId);
    const published = articles.published_at.at(place);
    const facts = [articles.outlet.at(place), published && day(published), this.shown.dateline_place, this.shown.author];
    const url = articles.url.at(place);
    this.about.replaceChildren(
      el("h2", { id: "article-title" }, titleOf(this.data, place) || t("untitled")),
      el("p", { class: "quiet" }, facts.filter(Boolean).join(" · "),
        /^https?:\/\//i.test(url) && [" · ", el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, t("source"))]));
  }

  /** The first piece of each row can be reached and chosen by keyboard. */
  #reachable() {
    const seen = new Set();
    for (const piece of this.text.querySelectorAll(".b-span")) {
      if (seen.has(piece.dataset.row)) continue;
      seen.add(piece.dataset.row);
      piece.tabIndex = 0;
      piece.setAttribute("role", "button");
    }
  }

  #pieces(rowId) {
    return this.text.querySelectorAll(`[data-row="${CSS.escape(rowId)}"]`);
  }

  #mark(rowId) {
    for (const lit of this.text.querySelectorAll(".b-lit")) lit.classList.remove("b-lit");
    for (const flash of this.text.querySelectorAll(".flash")) flash.classList.remove("flash");
    const pieces = this.#pieces(rowId);
    for (const piece of pieces) piece.classList.add("b-lit");
    if (!pieces.length) return;
    const sentence = pieces[0].closest(".b-sentence");
    sentence?.classList.add("flash");
    pieces[0].scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
  }

  /** The row itself, column by column. */
  #describe(table, rowId) {
    const row = this.shown.rows[table]?.find((each) => each[KEYS[table]] === rowId);
    const names = new Map((this.shown.rows.persons ?? []).map((person) => [person.person_id, person.name]));
    const person = row && names.get(row.person_id ?? row.speaker_id);
    const own = Object.entries(row ?? {}).filter(([name]) => !HIDDEN.has(name) && !/(_id|_start|_end)$/.test(name));
    const shown = person ? [["person", person], ...own] : own;
    this.details.replaceChildren(
      el("dl", {}, shown.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, String(value))))));
  }

  /** Where the row stands among the facts that pass the filters. */
  #where() {
    const place = this.table.placeOf(findFact(this.data, this.row));
    const { length } = this.table.shown;
    this.place.textContent = place < 0 ? "" : t("position", number(place + 1), number(length));
    this.previous.disabled = place <= 0;
    this.next.disabled = place === length - 1;
    if (place >= 0) this.table.activate(place);
  }

  /** Goes on among the facts that pass the filters; from a row that isn't one of them, from the one last looked at. */
  move(by) {
    const here = this.table.placeOf(findFact(this.data, this.row ?? ""));
    const place = here < 0 ? this.table.active : here + by;
    if (place >= 0 && place < this.table.shown.length) this.table.open(this.table.shown[place]);
  }

  /** Puts the classes that were given to rows on their pieces. */
  decorate() {
    for (const [rowId, classes] of this.marks) for (const piece of this.#pieces(rowId)) piece.classList.add(...classes);
  }

  undecorate(rowId, name) {
    for (const piece of this.#pieces(rowId)) piece.classList.remove(name);
  }

  #onPick(event) {
    const piece = event.target.closest("[data-row]");
    if (piece && !getSelection().toString()) this.select(piece.dataset.row);
  }

  #onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    const piece = event.target.closest?.("[data-row]");
    if (piece && (event.key === "Enter" || event.key === " ")) this.select(piece.dataset.row);
    else if (event.key === "ArrowRight") this.move(1);
    else if (event.key === "ArrowLeft") this.move(-1);
    else return;
    event.preventDefault();
  }
}

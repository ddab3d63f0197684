// The bar above the panels: search, what kind of facts, more filters, and a chip for each filter that is set.
import { el } from "./dom.js";
import { searchMask, terms } from "./search.js";
import { day, number, t } from "./words.js";

const STAGES = ["quote", "role", "figure", "date"];
const SURE = ["0.95", "0.9", "0.8", "0.7", "0.5"];
const PAUSE = 120; // milliseconds without a key before the search starts

/** Filters by date of publication; { from, to } in ISO days, each of which may be "", or null for any. */
export function setTime(filters, span) {
  if (!span || (!span.from && !span.to)) return filters.set("time", null, null);
  const inside = (text) => text && text.slice(0, 10) >= (span.from || "0") && text.slice(0, 10) <= (span.to || "9999");
  const fits = filters.facts.published_at.values.map(inside);
  return filters.setCodes("time", span, filters.facts.published_at, fits);
}

function setSure(filters, least) {
  const sure = filters.facts.confidence.values.map((value) => Number(value) >= Number(least));
  if (!least) filters.set("confidence", null, null);
  else filters.setCodes("confidence", least, filters.facts.confidence, sure);
}

export class FilterBar {
  constructor(form, { data, filters, people }) {
    Object.assign(this, { form, data, filters, people, asked: 0 });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The whole bar; made anew when the language changes. */
  build() {
    const { filters, data: { facts } } = this;
    const pick = (name) => (event) => filters.setValues(name, event.target.value ? [event.target.value] : []);
    const span = () => setTime(filters, { from: this.from.value, to: this.to.value });
    this.search = el("input", { type: "search", id: "search", placeholder: t("search"), "aria-label": t("searchLabel"), autocomplete: "off", oninput: () => this.#searchSoon() });
    this.stages = el("div", { class: "stages", role: "group", "aria-label": t("stage") });
    this.from = el("input", { type: "date", id: "from", onchange: span });
    this.to = el("input", { type: "date", id: "to", onchange: span });
    this.outlet = this.#select("outlet", facts.outlet.values.slice(1).sort().map((name) => [name, name]), pick("outlet"));
    this.kind = this.#select("kind", this.#kinds(), pick("kind"));
    this.confidence = this.#select("confidence", SURE.map((value) => [value, `≥ ${number(Number(value))}`]), (event) => setSure(filters, event.target.value));
    this.chips = el("div", { class: "chips" });
    const field = (name, input) => el("label", {}, el("span", {}, t(name)), input);
    this.form.replaceChildren(
      el("div", { class: "filter-row" }, this.search, this.stages),
      el("div", { class: "filter-row" }, this.chips, el("details", { class: "more-filters", open: this.form.querySelector("details")?.open },
        el("summary", {}, t("more")),
        el("div", { class: "fields" }, field("from", this.from), field("to", this.to), field("outlet", this.outlet), field("kind", this.kind), field("confidence", this.confidence)))));
    this.render();
  }

  #select(id, options, onchange) {
    return el("select", { id, onchange }, el("option", { value: "" }, t("all")), options.map(([value, label]) => el("option", { value }, label)));
  }

  /** Kinds with the stage that they belong to, in the order of the stages. */
  #kinds() {
    const { facts } = this.data;
    const seen = new Map();
    for (let fact = 0; fact < facts.size; fact++) seen.set(facts.kind.codes[fact], facts.stage.at(fact));
    return [...seen].filter(([code]) => code)
      .map(([code, stage]) => [facts.kind.values[code], `${t(stage)}: ${t(facts.kind.values[code])}`, STAGES.indexOf(stage)])
      .sort((a, b) => a[2] - b[2] || a[1].localeCompare(b[1]));
  }

  /** Shows what is set. */
  render() {
    const { filters, data: { facts } } = this;
    const counts = filters.counts("stage", facts.stage);
    const focused = document.activeElement?.dataset?.key;
    this.stages.replaceChildren(...STAGES.map((stage) =>
      el("button", { type: "button", class: `chip stage-${stage}`, "data-key": `stage-${stage}`, "aria-pressed": String(filters.values("stage").includes(stage)), onclick: () => filters.toggle("stage", stage) },
        el("span", { class: "dot" }), t(stage), el("span", { class: "chip-count" }, number(counts[facts.stage.values.indexOf(stage)] ?? 0)))));
    const set = (input, value) => { if (input !== document.activeElement) input.value = value ?? ""; };
    set(this.search, filters.chosen.get("search"));
    set(this.from, filters.chosen.get("time")?.from);
    set(this.to, filters.chosen.get("time")?.to);
    for (const name of ["outlet", "kind"]) this[name].value = filters.values(name)[0] ?? "";
    this.confidence.value = filters.chosen.get("confidence") ?? "";
    const chips = [...this.#chips()];
    this.chips.replaceChildren(
      el("span", { class: "count", role: "status" }, t("shown", number(filters.count()), number(facts.size))),
      ...chips.map(([label, remove]) => el("button", { type: "button", class: "chip set", "aria-label": t("remove", label), onclick: remove }, label, el("span", { "aria-hidden": "true" }, " ×"))),
      chips.length ? el("button", { type: "button", class: "link", id: "clear", onclick: () => this.#clear() }, t("clear")) : "");
    if (focused) this.form.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  *#chips() {
    const { filters } = this;
    const labels = { who: (who) => this.people.of(who).name, place: (name) => name, outlet: (name) => name, stage: t, kind: t, speaker_class: t };
    for (const [name, chosen] of filters.chosen) {
      if (name in labels) for (const value of chosen) yield [labels[name](value), () => filters.toggle(name, value)];
      else if (name === "time") yield [[chosen.from, chosen.to].map((each) => (each ? day(each) : "…")).join(" – "), () => setTime(filters, null)];
      else if (name === "confidence") yield [`${t("sure")} ≥ ${number(Number(chosen))}`, () => setSure(filters, "")];
      else if (name === "search") yield [`“${chosen}”`, () => { this.search.value = ""; this.#search(); }];
    }
  }

  #clear() {
    this.search.value = "";
    this.asked += 1;
    this.filters.clear();
    this.search.focus();
  }

  #searchSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#search(), PAUSE);
  }

  async #search() {
    const query = this.search.value.trim();
    const asked = ++this.asked;
    if (!terms(query).length) return this.filters.set("search", null, null);
    const mask = await searchMask(this.data.facts, query, () => asked !== this.asked);
    if (mask && asked === this.asked) this.filters.set("search", query, mask);
    return undefined;
  }
}

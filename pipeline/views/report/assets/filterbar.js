// The bar above the panels: search, what kind of facts, more filters, and a chip for each filter that is set.
import { button, el } from "./dom.js";
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

function select(id, options, onchange) {
  const all = [["", t("all")], ...options];
  return el("select", { id, onchange }, all.map(([value, label]) => el("option", { value }, label)));
}

export class FilterBar {
  constructor(form, { data, filters, people }) {
    Object.assign(this, { form, data, filters, people, asked: 0 });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The whole bar; made anew when the language changes. */
  build() {
    const { filters } = this;
    const pick = (name) => (event) => filters.setValues(name, event.target.value ? [event.target.value] : []);
    const span = () => setTime(filters, { from: this.from.value, to: this.to.value });
    const outlets = filters.facts.outlet.values.slice(1).sort().map((name) => [name, name]);
    const sure = SURE.map((value) => [value, `≥ ${number(Number(value))}`]);
    this.search = el("input", {
      type: "search", id: "search", placeholder: t("search"), "aria-label": t("searchLabel"), autocomplete: "off",
      oninput: () => this.#searchSoon(),
    });
    this.stages = el("div", { class: "stages", role: "group", "aria-label": t("stage") });
    this.from = el("input", { type: "date", id: "from", onchange: span });
    this.to = el("input", { type: "date", id: "to", onchange: span });
    this.outlet = select("outlet", outlets, pick("outlet"));
    this.kind = select("kind", this.#kinds(), pick("kind"));
    this.confidence = select("confidence", sure, (event) => setSure(filters, event.target.value));
    this.chips = el("div", { class: "chips" });
    const fields = ["from", "to", "outlet", "kind", "confidence"];
    this.form.replaceChildren(
      el("div", { class: "filter-row" }, this.search, this.stages),
      el("div", { class: "filter-row" },
        this.chips,
        el("details", { class: "more-filters", open: this.form.querySelector("details")?.open },
          el("summary", {}, t("more")),
          el("div", { class: "fields" }, fields.map((name) => el("label", {}, el("span", {}, t(name)), this[name]))))));
    this.render();
  }

  /** Kinds with the stage that they belong to, in the order of the stages. */
  #kinds() {
    const { facts } = this.data;
    const seen = new Map();
    for (let fact = 0; fact < facts.size; fact++) seen.set(facts.kind.at(fact), facts.stage.at(fact));
    return STAGES.flatMap((stage) =>
      [...seen.keys()].filter((kind) => kind && seen.get(kind) === stage).map((kind) => [kind, `${t(stage)}: ${t(kind)}`]));
  }

  /** Shows what is set. */
  render() {
    const { filters } = this;
    const focused = document.activeElement?.dataset?.key;
    const counts = filters.counts("stage", filters.facts.stage);
    this.stages.replaceChildren(...STAGES.map((stage) => this.#stage(stage, counts)));
    if (focused) this.form.querySelector(`[data-key="${focused}"]`)?.focus();
    const set = (input, value) => { if (input !== document.activeElement) input.value = value ?? ""; };
    set(this.search, filters.chosen.get("search"));
    set(this.from, filters.chosen.get("time")?.from);
    set(this.to, filters.chosen.get("time")?.to);
    for (const name of ["outlet", "kind"]) this[name].value = filters.values(name)[0] ?? "";
    this.confidence.value = filters.chosen.get("confidence") ?? "";
    const chips = [...this.#chips()].map(([label, remove]) =>
      button([label, el("span", { "aria-hidden": "true" }, " ×")], remove, { class: "chip set", "aria-label": t("remove", label) }));
    this.chips.replaceChildren(
      el("span", { class: "count", role: "status" }, t("shown", number(filters.count()), number(filters.facts.size))),
      ...chips,
      chips.length ? button(t("clear"), () => this.#clear(), { class: "link", id: "clear" }) : "");
  }

  #stage(stage, counts) {
    const { filters } = this;
    const count = counts[filters.facts.stage.values.indexOf(stage)] ?? 0;
    const content = [el("span", { class: "dot" }), t(stage), el("span", { class: "chip-count" }, number(count))];
    return button(content, () => filters.toggle("stage", stage), {
      class: `chip stage-${stage}`, "data-key": stage, "aria-pressed": String(filters.values("stage").includes(stage)),
    });
  }

  /** The words of each filter that is set, and what takes it away. */
  *#chips() {
    const { filters } = this;
    const asIs = (value) => value;
    const labels = { who: (who) => this.people.of(who).name, place: asIs, outlet: asIs, stage: t, kind: t, speaker_class: t };
    const ends = ({ from, to }) => [from, to].map((each) => (each ? day(each) : "…")).join(" – ");
    for (const [name, chosen] of filters.chosen) {
      if (name in labels) for (const value of chosen) yield [labels[name](value), () => filters.toggle(name, value)];
      else if (name === "time") yield [ends(chosen), () => setTime(filters, null)];
      else if (name === "confidence") yield [`${t("sure")} ≥ ${number(Number(chosen))}`, () => setSure(filters, "")];
      else yield [`“${chosen}”`, () => { this.search.value = ""; this.#search(); }];
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

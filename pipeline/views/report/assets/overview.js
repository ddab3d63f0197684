// The first panel: how much there is of what, and five charts that follow the filters and set them.
import { bars, timeline } from "./charts.js";
import { makeBins } from "./bins.js";
import { setTime } from "./filterbar.js";
import { button, el } from "./dom.js";
import { number, t } from "./words.js";

const SHORT = 10;
const LONG = 50;

export class Overview {
  constructor(panel, { data, filters, people, openFacts }) {
    Object.assign(this, { panel, data, filters, people, openFacts });
    this.days = Array.from({ length: data.articles.size }, (_, article) => data.articles.published_at.at(article));
    this.long = new Set();
  }

  render() {
    this.panel.replaceChildren(
      this.#numbers(),
      el("div", { class: "charts" },
        el("div", { class: "charts-column" },
          this.#card("people", t("chartPeople"), t("chartPeopleNote"), this.#people()),
          this.#card("figures", t("chartFigures"), "", this.#byValue("figures", "kind", "figure", t("figuresUnit")))),
        el("div", { class: "charts-column" },
          this.#card("time", t("chartTime"), this.#undated(), this.#time()),
          this.#card("class", t("chartClass"), "", this.#byValue("class", "speaker_class", "quote", t("quotesUnit"))),
          this.#card("regions", t("chartRegions"), "", this.#regions()))));
  }

  #card(name, title, note, content) {
    return el("section", { class: `card card-${name}`, "aria-labelledby": `chart-${name}` },
      el("h2", { id: `chart-${name}` }, title), note && el("p", { class: "quiet" }, note), content);
  }

  #numbers() {
    const { facts } = this.data;
    const { filters } = this;
    const stages = filters.counts(null, facts.stage);
    const count = (stage) => stages[facts.stage.values.indexOf(stage)] ?? 0;
    const quoted = filters.counts(null, facts.who, "quote").subarray(1);
    const numbers = [
      ["article", this.#articles().reduce((sum, seen) => sum + seen, 0)],
      ["quote", count("quote")],
      ["people", quoted.reduce((sum, quotes) => sum + (quotes ? 1 : 0), 0)],
      ["role", count("role")],
      ["figure", count("figure")],
      ["date", count("date")],
    ];
    return el("div", { class: "numbers" },
      el("dl", {}, numbers.map(([name, value]) => el("div", {}, el("dt", {}, t(name)), el("dd", {}, number(value))))),
      button(`${t("seeFacts", number(filters.count()))} →`, this.openFacts, { class: "link" }));
  }

  /** 1 for each article that has facts which pass the filters; for all articles where none is set. */
  #articles() {
    const { facts, articles } = this.data;
    const seen = new Uint8Array(articles.size);
    if (!this.filters.chosen.size) return seen.fill(1);
    for (let fact = 0; fact < facts.size; fact++) if (this.filters.passes(fact)) seen[facts.article[fact]] = 1;
    return seen;
  }

  #undated() {
    const undated = this.days.filter((day) => !day).length;
    return undated ? t("undated", number(undated)) : "";
  }

  /** The articles over time; a click on a bar goes into its span, whose days then spread over the whole chart. */
  #time() {
    const { filters } = this;
    const seen = this.#articles();
    const days = this.days.filter((day, article) => seen[article] && day);
    if (!days.length) return el("p", { class: "quiet" }, t("nothing"));
    const bins = makeBins(days);
    const counts = new Array(bins.bins.length).fill(0);
    for (const day of days) counts[bins.place(day)] += 1;
    const all = button(t("allTime"), () => setTime(filters, null), { class: "link" });
    return el("div", {}, timeline(bins, counts, (bin) => setTime(filters, bin)), filters.chosen.has("time") && all);
  }

  #people() {
    const { filters, people, data: { facts } } = this;
    const counts = filters.counts("who", facts.who, "quote");
    return this.#ranking("people", "who", facts.who, counts, t("quotesUnit"), (who) => {
      const { name, posts: [post, ...others] } = people.of(who);
      const more = others.length ? ` (${t("morePosts", others.length)})` : "";
      return { label: name, note: post ? post + more : t("noPost") };
    });
  }

  #regions() {
    const { place } = this.data.facts;
    return this.#ranking("regions", "place", place, this.filters.counts("place", place), t("factsUnit"), (label) => ({ label }));
  }

  #byValue(chart, name, stage, unit) {
    const { facts } = this.data;
    const counts = this.filters.counts(name, facts[name], stage);
    return this.#ranking(chart, name, facts[name], counts, unit, (value) => ({ label: t(value) }));
  }

  /** The values with the highest counts as bars, more of them on demand. */
  #ranking(chart, name, column, counts, unit, describe) {
    const codes = [...counts.keys()].filter((code) => code && counts[code]).sort((a, b) => counts[b] - counts[a]);
    const chosen = this.filters.values(name);
    if (!codes.length) return el("p", { class: "quiet" }, t("nothing"));
    const limit = this.long.has(chart) ? LONG : SHORT;
    const items = codes.slice(0, limit).map((code) => {
      const value = column.values[code];
      return { value, count: counts[code], ...describe(value) };
    });
    const more = () => {
      if (!this.long.delete(chart)) this.long.add(chart);
      this.render();
      this.panel.querySelector(`.card-${chart} .more`)?.focus();
    };
    return el("div", { class: chosen.length ? "has-choice" : "" },
      bars(items, { unit, chosen, onPick: (value) => this.#pick(chart, name, value) }),
      codes.length > SHORT && button(t(limit === SHORT ? "showMore" : "showLess"), more, { class: "link more" }));
  }

  /** Filters, and gives the focus back to the bar, which was drawn anew. */
  #pick(chart, name, value) {
    const buttons = () => [...this.panel.querySelectorAll(`.card-${chart} .bar`)];
    const place = buttons().indexOf(document.activeElement);
    this.filters.toggle(name, value);
    requestAnimationFrame(() => buttons()[place]?.focus({ preventScroll: true }));
  }
}

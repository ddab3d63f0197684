// Charts as lists of buttons: each bar says its words and its number, can be reached by keyboard, and filters.
import { button, el, roving } from "./dom.js";
import { day, number, t } from "./words.js";

/**
 * Horizontal bars.
 * items: { value, label, note, count }; chosen: the values that are filtered by; onPick(value).
 */
export function bars(items, { unit, chosen = [], onPick }) {
  const most = Math.max(...items.map((item) => item.count), 1);
  return el("ol", { class: "bars" }, items.map(({ value, label, note, count }) =>
    el("li", {}, button([
      el("span", { class: "bar-words" },
        el("span", { class: "bar-label" }, label), note && el("span", { class: "bar-note" }, note)),
      el("span", { class: "bar-count" }, number(count)),
    ], () => onPick(value), {
      class: "bar", "aria-pressed": String(chosen.includes(value)), vars: { share: count / most },
      "aria-label": `${label}${note ? `, ${note}` : ""}: ${number(count)} ${unit}`,
    }))));
}

const SPANS = {
  day: { day: "numeric", month: "short", year: "numeric" },
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  quarter: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

function binLabel({ from, to }, unit) {
  const start = day(from, SPANS[unit]);
  return unit === "week" || unit === "quarter" ? `${start} – ${day(to, SPANS[unit])}` : start;
}

/** Upright bars over time; onPick(bin) is called with the bin that was chosen. */
export function timeline({ unit, bins }, counts, onPick) {
  const most = Math.max(...counts, 1);
  const readout = el("p", { class: "readout quiet", "aria-hidden": "true" });
  const say = (event) => { readout.textContent = event.target.closest(".column")?.getAttribute("aria-label") ?? ""; };
  const group = { class: "columns", role: "group", "aria-label": t("chartTime") };
  const columns = el("div", { ...group, onmouseover: say, onfocusin: say },
    bins.map((bin, place) => button([], () => onPick(bin), {
      class: "column", tabindex: place ? -1 : 0, vars: { share: counts[place] / most },
      "aria-label": `${binLabel(bin, unit)}: ${number(counts[place])} ${t("articlesUnit")}`,
    })));
  roving(columns, ".column");
  return el("div", { class: "timeline" },
    readout,
    el("div", { class: "plot" }, el("span", { class: "axis-most quiet", "aria-hidden": "true" }, number(most)), columns),
    el("div", { class: "axis quiet", "aria-hidden": "true" }, 
      [...new Set([bins[0].from, bins.at(-1).to])].map((date) => el("span", {}, day(date)))));
}

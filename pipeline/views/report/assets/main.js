// Starts the page: data, filters, the three panels and the article dialog.
//
// The seam for a script that is put after this one. Whenever a row is selected, `document` gets a CustomEvent "berita:row"
// with the detail { table, row_id, article_id }; "berita:ready" says that the page stands. `window.berita` has
//   state                                    { language, row, shown, total }, as it is now
//   select(table, row_id)                    opens the row's article and marks the row, as a click on the row does
//   move(by)                                 goes to the next (1) or previous (-1) fact among those that are filtered
//   decorate(row_id, className, on = true)   gives a row's pieces and its line in the table a class, or takes it away
//   loadArticle(article_id)                  → promise of an article (see payload() in data.py): from the chunks in the
//                                            page, unless something else is put in its place
import { ArticleView } from "./article.js";
import { readData, rowId, unpack } from "./data.js";
import { button, byId, el, remember, remembered, roving } from "./dom.js";
import { Errors, problems } from "./errors.js";
import { FilterBar } from "./filterbar.js";
import { Filters } from "./filters.js";
import { Overview } from "./overview.js";
import { People } from "./people.js";
import { Table } from "./table.js";
import { day, language, number, setLanguage, startLanguage, t } from "./words.js";

const TABS = ["overview", "facts", "errors"];

/** Articles from the chunks in the page; the chunk last opened is kept. */
function chunkLoader(data) {
  let kept = { number: -1, articles: null };
  return async (id) => {
    const place = data.articles.places.get(id);
    const chunk = Math.floor(place / data.chunk);
    if (kept.number !== chunk) {
      const holder = document.querySelector(`script[data-chunk="${chunk}"]`);
      kept = { number: chunk, articles: await unpack(holder.textContent) };
    }
    return kept.articles[place % data.chunk];
  };
}

function showAbout(data) {
  const days = data.articles.published_at.values.slice(1).sort();
  const span = days.length ? [...new Set([day(days[0]), day(days.at(-1))])].join(" – ") : "";
  const count = number(data.articles.size);
  const outlets = data.articles.outlet.values.length - 1;
  byId("about").textContent = [
    data.articles.size < data.articles_in_run ? t("partOf", count, number(data.articles_in_run)) : t("articlesIn", count),
    span, outlets > 0 && t("outletsIn", number(outlets)), t("madeWith", data.version),
  ].filter(Boolean).join(" · ");
}

function showTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  byId("theme").textContent = t(dark ? "light" : "dark");
  byId("theme").setAttribute("aria-label", `${t(dark ? "light" : "dark")}: ${t("themeLabel")}`);
  return dark;
}

function toggleTheme() {
  const theme = showTheme(document.documentElement.dataset.theme) ? "light" : "dark";
  remember("theme", theme);
  showTheme(theme);
}

async function start() {
  const data = await readData(byId("data").textContent);
  setLanguage(startLanguage(data.language));
  if (["light", "dark"].includes(remembered("theme"))) document.documentElement.dataset.theme = remembered("theme");
  const filters = new Filters(data.facts);
  const people = new People(data.facts);
  const marks = new Map();
  const open = (fact) => article.select(rowId(data, fact));
  const tables = new Table(byId("panel-facts"), { data, filters, marks, open });
  const overview = new Overview(byId("panel-overview"), { data, filters, people, openFacts: () => showTab("facts", true) });
  const errors = new Errors(byId("panel-errors"), { data });
  const bar = new FilterBar(byId("filters"), { data, filters, people });
  const onRow = (detail) => document.dispatchEvent(new CustomEvent("berita:row", { detail }));
  const article = new ArticleView({ data, load: (id) => window.berita.loadArticle(id), table: tables, marks, onRow });
  const panels = { overview, facts: tables, errors };
  let tab = "overview";

  function showTab(name, focus = false) {
    tab = name;
    for (const each of TABS) {
      const button = byId(`tab-${each}`);
      button.setAttribute("aria-selected", String(each === name));
      button.tabIndex = each === name ? 0 : -1;
      byId(`panel-${each}`).hidden = each !== name;
    }
    byId("filters").hidden = name === "errors";
    panels[name].render();
    if (focus) byId(`panel-${name}`).querySelector("#grid")?.focus();
  }

  function showTabs() {
    const counts = { overview: "", facts: number(filters.count()), errors: number(problems(data).length) };
    byId("tabs").replaceChildren(...TABS.map((name) => {
      const content = [t(name), counts[name] && el("span", { class: "tab-count" }, counts[name])];
      return button(content, () => showTab(name), { role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` });
    }));
  }

  /** Everything that holds words. */
  function build() {
    showAbout(data);
    showTheme(document.documentElement.dataset.theme);
    byId("language").textContent = t("other");
    byId("language").setAttribute("aria-label", t("otherLabel"));
    byId("language").lang = language() === "id" ? "en" : "id";
    bar.build();
    showTabs();
    tables.build();
    errors.build();
    article.build();
    showTab(tab);
  }

  let waiting = null;
  filters.onChange(() => {
    tables.restart();
    waiting ??= requestAnimationFrame(() => {
      waiting = null;
      bar.render();
      byId("tab-facts").lastChild.textContent = number(filters.count());
      tables.render();
      if (tab === "overview") overview.render();
    });
  });
  byId("language").addEventListener("click", () => {
    setLanguage(language() === "id" ? "en" : "id");
    build();
  });
  byId("theme").addEventListener("click", toggleTheme);
  roving(byId("tabs"), "[role=tab]", (button) => button.click());

  window.berita = {
    loadArticle: chunkLoader(data),
    get state() {
      return { language: language(), row: article.row, shown: tables.shown.length, total: data.facts.size };
    },
    select: (table, id) => article.select(id),
    move: (by) => article.move(by),
    decorate(id, name, on = true) {
      const classes = new Set(marks.get(id) ?? []);
      if (on) classes.add(name);
      else classes.delete(name);
      if (classes.size) marks.set(id, [...classes]);
      else marks.delete(id);
      if (on) article.decorate();
      else article.undecorate(id, name);
      tables.list.show();
    },
  };

  byId("loading").remove();
  byId("app").hidden = false;
  build();
  document.dispatchEvent(new CustomEvent("berita:ready"));
}

start().catch((error) => {
  setLanguage(startLanguage(document.documentElement.lang));
  byId("loading").textContent = t("failed", error.message);
  throw error;
});

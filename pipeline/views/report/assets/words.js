// The interface in Indonesian and English, and numbers and days as each language writes them.
import { remember, remembered } from "./dom.js";

const WORDS = {
  id: {
    other: "English", otherLabel: "Switch to English", dark: "Gelap", light: "Terang", themeLabel: "Ganti tema terang/gelap",
    overview: "Ikhtisar", facts: "Fakta", errors: "Galat",
    search: "Cari kata, nama, jabatan, wilayah …", searchLabel: "Cari fakta", more: "Saringan lain", all: "Semua",
    from: "Terbit dari", to: "sampai", outlet: "Media", kind: "Jenis", confidence: "Keyakinan minimal", stage: "Isi",
    clear: "Hapus semua saringan", remove: "Hapus saringan {0}", shown: "{0} dari {1} fakta",
    articlesIn: "{0} artikel", partOf: "{0} dari {1} artikel dalam hasil", outletsIn: "{0} media", madeWith: "berita-pipeline {0}",
    article: "Artikel", quote: "Kutipan", role: "Jabatan", figure: "Angka", date: "Waktu", person: "Orang",
    people: "Orang dikutip", mention: "Sebutan", quotesUnit: "kutipan", articlesUnit: "artikel", factsUnit: "fakta", figuresUnit: "angka",
    chartPeople: "Paling banyak dikutip", chartPeopleNote: "Orang dengan jabatannya. Klik untuk menyaring.",
    chartTime: "Artikel menurut waktu terbit", chartClass: "Kutipan menurut golongan penutur", chartFigures: "Angka menurut jenis",
    chartRegions: "Wilayah yang paling sering disebut", undated: "{0} artikel tanpa tanggal terbit",
    nothing: "Tidak ada yang cocok dengan saringan.", showMore: "Tampilkan lebih banyak", showLess: "Tampilkan lebih sedikit",
    noPost: "jabatan tidak disebut", morePosts: "+{0} lainnya", allTime: "Seluruh rentang waktu", seeFacts: "Lihat {0} fakta",
    text: "Teks", value: "Nilai", post: "Jabatan", region: "Wilayah", published: "Terbit", sure: "Yakin", time: "Terbit", who: "Orang",
    speaker_class: "Penutur", download: "Unduh CSV", table: "Fakta yang tersaring", tableHelp: "Panah memilih baris, Enter membuka artikelnya.",
    close: "Tutup", previous: "Sebelumnya", next: "Berikutnya", position: "Fakta {0} dari {1}", layers: "Lapisan", source: "Buka sumber",
    loadingArticle: "Memuat artikel …", articleFailed: "Artikel ini tidak dapat dimuat: {0}", rowDetails: "Baris terpilih",
    noErrors: "Tidak ada galat: semua masukan terbaca dan diolah.", errorsIntro: "{0} masukan atau tahap bermasalah. Selebihnya diolah seperti biasa.",
    where: "Masukan", step: "Tahap", type: "Galat", message: "Pesan", untitled: "Tanpa judul",
    failed: "Laporan tidak dapat dibuka: {0}. Peramban versi 2024 ke atas diperlukan.",
    direct: "langsung", indirect: "tidak langsung", mixed: "campuran", DATE: "tanggal", TIME: "jam", DURATION: "durasi", SET: "berulang",
    count: "jumlah", money: "uang", percent: "persen", measure: "ukuran", ordinal: "peringkat", ratio: "perbandingan", score: "skor", age: "umur",
    official: "pejabat publik", institutional: "pimpinan lembaga", professional: "profesional", lay: "warga", none: "jabatan tidak disebut",
    empty: "kosong", not_indonesian: "bukan bahasa Indonesia",
  },
  en: {
    other: "Indonesia", otherLabel: "Ganti ke bahasa Indonesia", dark: "Dark", light: "Light", themeLabel: "Switch between light and dark",
    overview: "Overview", facts: "Facts", errors: "Errors",
    search: "Search words, names, posts, regions …", searchLabel: "Search the facts", more: "More filters", all: "All",
    from: "Published from", to: "to", outlet: "Outlet", kind: "Kind", confidence: "Confidence at least", stage: "Show",
    clear: "Clear all filters", remove: "Remove filter {0}", shown: "{0} of {1} facts",
    articlesIn: "{0} articles", partOf: "{0} of the run's {1} articles", outletsIn: "{0} outlets", madeWith: "berita-pipeline {0}",
    article: "Articles", quote: "Quotes", role: "Roles", figure: "Figures", date: "Dates", person: "People",
    people: "People quoted", mention: "Mention", quotesUnit: "quotes", articlesUnit: "articles", factsUnit: "facts", figuresUnit: "figures",
    chartPeople: "Most quoted", chartPeopleNote: "People with their posts. Click to filter.",
    chartTime: "Articles by date of publication", chartClass: "Quotes by role of the speaker", chartFigures: "Figures by kind",
    chartRegions: "Regions named most often", undated: "{0} articles without a date of publication",
    nothing: "Nothing matches the filters.", showMore: "Show more", showLess: "Show fewer",
    noPost: "post not stated", morePosts: "+{0} more", allTime: "Whole span of time", seeFacts: "See {0} facts",
    text: "Text", value: "Value", post: "Post", region: "Region", published: "Published", sure: "Sure", time: "Published", who: "Person",
    speaker_class: "Speaker", download: "Download CSV", table: "The facts that pass the filters", tableHelp: "Arrow keys choose a row, Enter opens its article.",
    close: "Close", previous: "Previous", next: "Next", position: "Fact {0} of {1}", layers: "Layers", source: "Open source",
    loadingArticle: "Loading the article …", articleFailed: "This article could not be loaded: {0}", rowDetails: "Selected row",
    noErrors: "No errors: every input was read and processed.", errorsIntro: "{0} inputs or stages had a problem. All others were processed as usual.",
    where: "Input", step: "Stage", type: "Error", message: "Message", untitled: "Untitled",
    failed: "The report can't be opened: {0}. It needs a browser of 2024 or newer.",
    direct: "direct", indirect: "indirect", mixed: "mixed", DATE: "date", TIME: "time", DURATION: "duration", SET: "recurring",
    count: "count", money: "money", percent: "percent", measure: "measure", ordinal: "rank", ratio: "ratio", score: "score", age: "age",
    official: "public officials", institutional: "heads of institutions", professional: "professionals", lay: "lay people", none: "post not stated",
    empty: "empty", not_indonesian: "not Indonesian",
  },
};
const LOCALES = { id: "id-ID", en: "en-GB" };
let current = "id";

export const language = () => current;

/** The language to start with: the one chosen on an earlier visit, else the report's own. */
export const startLanguage = (own) => (remembered("language") in WORDS ? remembered("language") : own);

export function setLanguage(name) {
  current = name;
  document.documentElement.lang = name;
  remember("language", name);
}

/** The words for a key, with {0}, {1} … filled in; a key without words is shown as it is. */
export function t(key, ...values) {
  return (WORDS[current][key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place]);
}

export const number = (value, options) => new Intl.NumberFormat(LOCALES[current], options).format(value);

/** "2025-11" or "2025-11-12" (or longer, cut) as people write it; anything else as it is. */
export function day(value, options = { day: "numeric", month: "short", year: "numeric" }) {
  const [year, month, date = "01"] = value.slice(0, 10).split("-");
  const time = new Date(Date.UTC(year, month - 1, date));
  return Number.isNaN(time.getTime()) ? value : time.toLocaleDateString(LOCALES[current], { ...options, timeZone: "UTC" });
}

const LENGTHS = { Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" };

/** A calendar value: days and months as people write them, "P4M" as "4 bulan"; anything else as it is. */
export function calendar(value) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
  if (/^\d{4}-\d{2}$/.test(value)) return day(value, { month: "long", year: "numeric" });
  const [, time, count, letter] = /^P(T?)(\d+(?:\.\d+)?)([A-Z])$/.exec(value) ?? [];
  const unit = LENGTHS[time + letter];
  return unit ? number(Number(count), { style: "unit", unit, unitDisplay: "long" }) : value;
}

/** A figure's value with its unit: "560 orang", "Rp 1.500.000.000", "20%". */
export function amount(value, unit, kind) {
  const shown = /^-?\d+(\.\d+)?$/.test(value) ? number(Number(value), { maximumFractionDigits: 6 }) : value;
  if (kind === "money") return `${unit === "IDR" ? "Rp" : unit} ${shown}`;
  if (kind === "percent") return `${shown}%`;
  return unit ? `${shown} ${unit}` : shown;
}

// Days in bins for the timeline: days, weeks, months, quarters or years, whichever gives a readable number of bars.

const DAY = 86_400_000;
const parse = (text) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);

function monthStart(time, months) {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months);
}

const monday = (time) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;

function addMonths(time, months) {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
}

const everyMonths = (months) => ({
  floor: (time) => monthStart(time, months),
  next: (time) => addMonths(time, months),
});

const UNITS = [
  { name: "day", upTo: 45, floor: (time) => time, next: (time) => time + DAY },
  { name: "week", upTo: 300, floor: monday, next: (time) => time + 7 * DAY },
  { name: "month", upTo: 3000, ...everyMonths(1) },
  { name: "quarter", upTo: 9000, ...everyMonths(3) },
  { name: "year", upTo: Infinity, ...everyMonths(12) },
];

/** Bins from the first to the last of `days` ("2025-11-12…"), each with its first and last day. */
export function makeBins(days) {
  const times = days.map(parse).filter((time) => !Number.isNaN(time));
  if (!times.length) return { unit: "day", bins: [], place: () => -1 };
  const first = times.reduce((low, time) => Math.min(low, time));
  const last = times.reduce((high, time) => Math.max(high, time));
  const unit = UNITS.find(({ upTo }) => (last - first) / DAY <= upTo);
  const bins = [];
  const places = new Map();
  for (let time = unit.floor(first); time <= last; time = unit.next(time)) {
    places.set(time, bins.length);
    bins.push({ from: iso(time), to: iso(unit.next(time) - DAY) });
  }
  return { unit: unit.name, bins, place: (text) => places.get(unit.floor(parse(text))) ?? -1 };
}

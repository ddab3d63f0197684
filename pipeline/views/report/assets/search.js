// Full-text search over the columns that people look at. Words are looked up in each column's distinct values, in
// slices of a few milliseconds, so that typing stays smooth over hundreds of thousands of facts.

const SEARCHED = ["text", "person", "position", "organization", "region", "title", "value", "unit"];
const SLICE = 8; // milliseconds of work between two breaths

/** "kepala dinas" kudus → each must be found, in any column: ["kepala dinas", "kudus"]. */
export function terms(query) {
  return [...query.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)].map((match) => match[1] ?? match[2]);
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Which of a column's values hold `term`. */
async function hits(column, term, isStale) {
  const found = new Uint8Array(column.values.length);
  let until = performance.now() + SLICE;
  for (let code = 1; code < found.length; code++) {
    if ((code & 255) === 0 && performance.now() > until) {
      await breath();
      if (isStale()) return null;
      until = performance.now() + SLICE;
    }
    if (column.lower(code).includes(term)) found[code] = 1;
  }
  return found;
}

/** A mask with 1 for each fact that lacks one of the words of `query`, or null once `isStale` says that nobody waits. */
export async function searchMask(facts, query, isStale) {
  const mask = new Uint8Array(facts.size);
  for (const term of terms(query)) {
    const columns = [];
    for (const name of SEARCHED) {
      const found = await hits(facts[name], term, isStale);
      if (!found) return null;
      if (found.includes(1)) columns.push([facts[name].codes, found]);
    }
    for (let fact = 0; fact < mask.length; fact++)
      if (!columns.some(([codes, found]) => found[codes[fact]])) mask[fact] = 1;
  }
  return mask;
}

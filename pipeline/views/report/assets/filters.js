// Which facts are shown. Each dimension keeps a mask of the facts that fail it, and `failures` counts a fact's failed
// dimensions: a change computes one mask anew, and a chart can ask what would pass but for its own dimension.

export class Filters {
  constructor(facts) {
    this.facts = facts;
    this.failures = new Uint8Array(facts.size);
    this.masks = new Map();
    this.chosen = new Map();
    this.listeners = [];
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  passes(fact) {
    return this.failures[fact] === 0;
  }

  /** Whether a fact passes all dimensions other than `name`. */
  passesBut(name, fact) {
    const mask = this.masks.get(name);
    return this.failures[fact] === (mask ? mask[fact] : 0);
  }

  /** Whether any dimension other than `name` is set. */
  isSetBut(name) {
    return [...this.chosen.keys()].some((other) => other !== name);
  }

  /** Sets a dimension: what was chosen, to be shown, and `mask` with 1 for each fact that fails it; null unsets it. */
  set(name, chosen, mask) {
    const old = this.masks.get(name);
    const { failures } = this;
    for (let fact = 0; fact < failures.length; fact++) failures[fact] += (mask ? mask[fact] : 0) - (old ? old[fact] : 0);
    if (mask) {
      this.masks.set(name, mask);
      this.chosen.set(name, chosen);
    } else {
      this.masks.delete(name);
      this.chosen.delete(name);
    }
    for (const listener of this.listeners) listener();
  }

  /** Sets a dimension by a test of each fact. */
  setTest(name, chosen, passes) {
    this.set(name, chosen, Uint8Array.from({ length: this.facts.size }, (_, fact) => (passes(fact) ? 0 : 1)));
  }

  /** Sets a dimension to some values of the column of its name; none unset it. */
  setValues(name, values) {
    if (!values.length) return this.set(name, null, null);
    const column = this.facts[name];
    const wanted = new Set(values);
    const fails = column.values.map((value) => (wanted.has(value) ? 0 : 1));
    return this.set(name, values, Uint8Array.from(column.codes, (code) => fails[code]));
  }

  values(name) {
    return this.chosen.get(name) ?? [];
  }

  /** Adds a value of a column to what is chosen, or takes it away. */
  toggle(name, value) {
    const values = this.values(name);
    this.setValues(name, values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  }

  clear() {
    this.masks.clear();
    this.chosen.clear();
    this.failures.fill(0);
    for (const listener of this.listeners) listener();
  }

  /** How many facts pass all dimensions other than `name`, by code of `column`; only those that `wanted` takes. */
  counts(name, column, wanted = () => true) {
    const counts = new Uint32Array(column.values.length);
    for (let fact = 0; fact < this.facts.size; fact++)
      if (this.passesBut(name, fact) && wanted(fact)) counts[column.codes[fact]] += 1;
    return counts;
  }

  count() {
    let shown = 0;
    for (const failed of this.failures) if (failed === 0) shown += 1;
    return shown;
  }
}

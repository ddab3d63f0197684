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
    const mask = new Uint8Array(this.facts.size);
    for (let fact = 0; fact < mask.length; fact++) if (!passes(fact)) mask[fact] = 1;
    this.set(name, chosen, mask);
  }

  /** Sets a dimension to some values of the column of its name; none unset it. */
  setValues(name, values) {
    if (!values.length) return this.set(name, null, null);
    const column = this.facts[name];
    const wanted = new Set(values);
    return this.setCodes(name, values, column, column.values.map((value) => wanted.has(value)));
  }

  /** Sets a dimension by which of a column's codes pass. */
  setCodes(name, chosen, { codes }, passes) {
    return this.setTest(name, chosen, (fact) => passes[codes[fact]]);
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

  /** How many facts pass all dimensions other than `name`, by code of `column`; only those of `stage`, if given. */
  counts(name, column, stage = null) {
    const counts = new Uint32Array(column.values.length);
    const own = this.masks.get(name);
    const { failures, facts } = this;
    const wanted = facts.stage.values.indexOf(stage);
    for (let fact = 0; fact < facts.size; fact++) {
      const passes = failures[fact] === (own ? own[fact] : 0);
      if (passes && (!stage || facts.stage.codes[fact] === wanted)) counts[column.codes[fact]] += 1;
    }
    return counts;
  }

  count() {
    let shown = 0;
    for (const failed of this.failures) if (failed === 0) shown += 1;
    return shown;
  }
}

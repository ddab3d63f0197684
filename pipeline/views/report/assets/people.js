// Who was quoted: the names and posts of each person, over all facts, so that they don't change with the filters.
import { postOf } from "./data.js";

/** Distinct values that say something, most frequent first. */
function ranked(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

export class People {
  constructor(facts) {
    this.facts = facts;
    this.own = new Map(); // code of a person → the person's facts
    this.described = new Map();
    facts.who.codes.forEach((code, fact) => {
      if (!code) return;
      const own = this.own.get(code);
      if (own) own.push(fact);
      else this.own.set(code, [fact]);
    });
  }

  /**
   * { name, posts }: the name most used, and the posts in which the texts show the person, most frequent position first.
   * Of the ways to write one position (with its organization, with a region, bare) the most frequent stands for it.
   */
  of(who) {
    if (!this.described.has(who)) {
      const { facts } = this;
      const own = this.own.get(facts.who.values.indexOf(who)) ?? [];
      const [name = who] = ranked(own.map((fact) => facts.person.at(fact)));
      const posts = ranked(own.map((fact) => facts.position.at(fact))).map((position) =>
        ranked(own.filter((fact) => facts.position.at(fact) === position).map((fact) => postOf(facts, fact)))[0]);
      this.described.set(who, { name, posts });
    }
    return this.described.get(who);
  }
}

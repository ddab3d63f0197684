// Who was quoted: names and posts of each person, counted over all facts so that they don't change with the filters.
import { postOf } from "./data.js";

function add(counts, key, value) {
  if (!value) return;
  if (!counts.has(key)) counts.set(key, new Map());
  const own = counts.get(key);
  own.set(value, (own.get(value) ?? 0) + 1);
}

const ranked = (counts) => [...(counts ?? [])].sort((a, b) => b[1] - a[1]).map(([value]) => value);

export class People {
  constructor(facts) {
    this.names = new Map();
    this.posts = new Map();
    for (let fact = 0; fact < facts.size; fact++) {
      const who = facts.who.at(fact);
      if (!who) continue;
      add(this.names, who, facts.person.at(fact));
      add(this.posts, who, facts.position.at(fact) && postOf(facts, fact));
    }
  }

  name(who) {
    return ranked(this.names.get(who))[0] ?? who;
  }

  /** The posts in which the texts show a person, most frequent first. */
  postsOf(who) {
    return ranked(this.posts.get(who));
  }
}

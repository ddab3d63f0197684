// A list of any length in a scrolling element: only the rows in sight exist.
import { el } from "./dom.js";

const TALLEST = 8_000_000; // pixels; browsers cut elements that are much taller
const SPARE = 4; // rows beyond each edge

export class VirtualList {
  /** `render(place)` makes the row at `place`; `height()` is each row's height in pixels. */
  constructor(viewport, { height, render }) {
    Object.assign(this, { viewport, height, render, count: 0, drawn: new Map() });
    this.rows = el("div", { class: "rows", role: "rowgroup" });
    this.space = el("div", { class: "space", role: "presentation" }, this.rows);
    viewport.append(this.space);
    viewport.addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#soon()).observe(viewport);
  }

  /** Makes all rows in sight anew. */
  show(count = this.count) {
    this.count = count;
    this.drawn.clear();
    this.rows.replaceChildren();
    this.#draw();
  }

  /** Beyond the tallest element a pixel of the scroll bar stands for more than one of the list. */
  get scale() {
    return Math.max(1, (this.count * this.height()) / TALLEST);
  }

  /** Brings the rows up to what is in sight; those that stay keep their elements, so that no click on them is lost. */
  #draw() {
    const { viewport, scale, rows, drawn } = this;
    const height = this.height();
    this.space.style.height = `${(this.count * height) / scale}px`;
    const top = viewport.scrollTop * scale;
    const first = Math.max(0, Math.floor(top / height) - SPARE);
    const last = Math.min(this.count, Math.ceil((top + viewport.clientHeight) / height) + SPARE);
    rows.style.transform = `translateY(${viewport.scrollTop - (top - first * height)}px)`;
    for (const [place, row] of drawn) {
      if (place >= first && place < last) continue;
      row.remove();
      drawn.delete(place);
    }
    for (let place = first; place < last; place++) {
      if (drawn.has(place)) continue;
      drawn.set(place, this.render(place));
      rows.insertBefore(drawn.get(place), rows.children[place - first] ?? null);
    }
  }

  #soon() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      this.#draw();
    });
  }

  /** Scrolls as little as needed to bring a row into sight below a sticky head of `head` pixels. */
  reveal(place, head) {
    const height = this.height();
    const { viewport, scale } = this;
    const room = viewport.clientHeight - head - height;
    const top = (place * height) / scale;
    if (viewport.scrollTop > top) viewport.scrollTop = top;
    else if (viewport.scrollTop < top - room) viewport.scrollTop = top - room;
    this.#draw();
  }

  /** Rows that fit into the viewport. */
  get page() {
    return Math.max(1, Math.floor(this.viewport.clientHeight / this.height()) - 1);
  }
}

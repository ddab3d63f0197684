// Elements without markup: what comes as a string becomes text, never HTML.

/**
 * An element. Properties that start with "on" are listeners, "vars" are CSS custom properties, the others attributes
 * (true: without a value; false, null and undefined: left out).
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, each] of Object.entries(value)) node.style.setProperty(`--${key}`, each);
    else if (isSaid(value)) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter(isSaid));
  return node;
}

const isSaid = (value) => value !== false && value !== null && value !== undefined;

/** A button; `content` as in el(). */
export function button(content, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, content);
}

export const byId = (id) => document.getElementById(id);

/** Moves the focus among buttons with the arrow keys, Home and End; only one of them is in the tab order. */
export function roving(parent, selector, onMove = () => {}) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  parent.addEventListener("keydown", (event) => {
    const items = [...parent.querySelectorAll(selector)];
    const place = items.indexOf(document.activeElement);
    if (place < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const next = items[Math.min(Math.max(place + steps[event.key], 0), items.length - 1)];
    for (const item of items) item.tabIndex = item === next ? 0 : -1;
    next.focus();
    onMove(next);
  });
}

/** Whether the reader asked their system for less motion. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Keeps a choice for the next visit where the browser allows it; a page opened from disk may not be allowed. */
export function remember(name, value) {
  try {
    localStorage.setItem(`berita-${name}`, value);
  } catch { /* no storage: the choice lasts as long as the page */ }
}

export function remembered(name) {
  try {
    return localStorage.getItem(`berita-${name}`);
  } catch {
    return null;
  }
}

// Offsets in the article's text. The tables count Unicode code points, the browser counts UTF-16 units.

export const root = () => document.querySelector('#text .b-text')

const codePoints = (text) => Array.from(text).length

// The selected stretch of the article in code points, without white space at its ends; null where there is none.
export function selectedSpan() {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root()?.contains(range.commonAncestorContainer)) return null
  const before = document.createRange()
  before.setStart(root(), 0)
  before.setEnd(range.startContainer, range.startOffset)
  const text = range.toString()
  const start = codePoints(before.toString()) + codePoints(text) - codePoints(text.trimStart())
  const words = text.trim()
  return words ? { start_char: start, end_char: start + codePoints(words), text: words } : null
}

export function spansOf(rowId) {
  return root().querySelectorAll(`[data-row="${CSS.escape(rowId)}"]`)
}

// The rows at an element, the innermost first.
export function rowsAt(element) {
  const rows = []
  for (let at = element.closest('[data-row]'); at; at = at.parentElement.closest('[data-row]')) rows.push(at.dataset.row)
  return rows
}

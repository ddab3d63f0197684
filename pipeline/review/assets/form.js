// The form to correct a row or to add one: a field for each column, and the span as selected in the article.

import { word } from './words.js'

const form = () => document.querySelector('#form')
let open = null // {columns, span, table, save}

export const isOpen = () => open !== null

export function close() {
  open = null
  form().hidden = true
  form().replaceChildren()
}

// Show the form. `tables` are the layers to choose from; `save` gets {table, values, start_char, end_char}.
export function edit({ tables, table, columns, values, span, persons, save }) {
  open = { columns, span, table, save }
  const choice = select(tables.map((name) => [name, word(name)]), table)
  choice.name = 'table'
  choice.disabled = tables.length === 1
  choice.addEventListener('change', () => edit({ tables, table: choice.value, columns, values: {}, span: open.span, persons, save }))
  const people = make('datalist', { id: 'persons' }, persons.map((name) => make('option', { value: name })))
  const fields = make('div', { className: 'fields' }, [
    make('label', { htmlFor: 'field-table', textContent: word('table') }), Object.assign(choice, { id: 'field-table' }),
    ...columns[table].flatMap((column) => field(column, values[column.name] ?? (values.text ? null : guess(table, column.name, span)))),
  ])
  const buttons = make('div', { className: 'bar' }, [
    make('button', { textContent: word('save') }),
    make('button', { type: 'button', textContent: word('cancel'), onclick: close }),
  ])
  form().replaceChildren(make('p', { className: 'span' }), fields, people, buttons)
  form().hidden = false
  writeSpan()
  form().onsubmit = (event) => { event.preventDefault(); submit() }
  form().querySelector('.fields :is(input, select):not(:disabled)').focus()
  form().scrollIntoView({ block: 'nearest' })
}

export function submit() {
  const { columns, span, table, save } = open
  const values = {}
  for (const { name, kind } of columns[table]) {
    const input = form().elements[name]
    values[name] = kind === 'flag' ? input.checked : input.value.trim() || null
  }
  save({ table, values, start_char: span.start_char, end_char: span.end_char })
}

// Take a new selection as the span; a quotation's words follow it.
export function moveSpan(span) {
  open.span = span
  writeSpan()
  const content = form().elements.content
  if (content) content.value = withoutMarks(span.text)
}

function writeSpan() {
  form().querySelector('.span').replaceChildren(
    make('q', { textContent: open.span.text }), make('small', { textContent: word('select') }))
}

const withoutMarks = (text) => text.replace(/^["“”„«']+|[,.]?["“”„»']+$/gu, '')

// What a new row says of itself.
function guess(table, name, span) {
  if (table === 'quotes' && name === 'content') return withoutMarks(span.text)
  if (table === 'person_mentions' && name === 'person_id') return span.text
  if (table === 'roles' && name === 'position') return span.text
  return { status: 'current', anchor: 'explicit', attribution: 'explicit', form: 'name' }[name] ?? null
}

function field({ name, kind, required, choices }, value) {
  const input = kind === 'choice' ? select([...(required ? [] : [['', '']]), ...choices.map((choice) => [choice, choice])], value ?? '')
    : kind === 'flag' ? make('input', { type: 'checkbox', checked: value === true })
    : make('input', { value: value ?? '', required, autocomplete: 'off', placeholder: kind === 'day' ? 'YYYY-MM-DD' : '' })
  if (kind === 'person') input.setAttribute('list', 'persons')
  return [make('label', { htmlFor: `field-${name}`, textContent: name.replace(/_id$/, '') }), Object.assign(input, { id: `field-${name}`, name })]
}

function select(options, value) {
  const element = make('select', {}, options.map(([key, label]) => make('option', { value: key, textContent: label })))
  element.value = value
  return element
}

export function make(tag, properties = {}, children = []) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

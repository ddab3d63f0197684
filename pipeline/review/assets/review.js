// The review page: one article with its rows, decisions by key or button.

import { get, post } from './api.js'
import { close, edit, isOpen, make, moveSpan } from './form.js'
import { rowsAt, root, selectedSpan, spansOf } from './text.js'
import { switchLanguage, word, write } from './words.js'

const $ = (selector) => document.querySelector(selector)
const TABLES = ['quotes', 'dates', 'figures', 'roles', 'person_mentions', 'persons']
const MARKS = { accept: '✓', reject: '✕', correct: '✎', add: '+' }
let overview, article, selected

// What is looked at: rows of the chosen layers that are new, unsure, or any.
const layers = () => TABLES.filter((table) => $(`#layers [value=${table}]`).checked)
const below = () => Number($('#below').value)
function matches(row) {
  if (!layers().includes(row.table)) return false
  if ($('#which').value === 'all') return true
  return row.decision === null && ($('#which').value === 'undecided' || row.confidence < below())
}

async function load() {
  overview = await get('/api/overview')
  writeArticles()
  writeOrphans()
  const first = await following(null, 1) ?? overview.articles[0]?.id
  if (first) await show(first)
}

async function following(after, step) {
  const query = { step, which: $('#which').value, below: below(), tables: layers().join(',') }
  return (await get('/api/next', after === null ? query : { ...query, after })).id
}

// Show an article, and in it the row `wanted`, else its first row (its last, coming from behind) to look at.
async function show(id, wanted = null, step = 1) {
  close()
  article = await get('/api/article', { id })
  Object.assign(overview.articles[article.number - 1], article.progress)
  $('#title').textContent = article.title
  $('#about').textContent = article.about.join(' · ')
  $('#text').innerHTML = article.html // escaped by the server; scripts are forbidden besides
  const rows = step < 0 ? article.rows.toReversed() : article.rows
  writeCounts()
  choose(wanted ?? rows.find(matches)?.row_id ?? rows[0]?.row_id ?? null)
}

function choose(rowId) {
  selected = rowId
  writeRows()
  for (const element of root().querySelectorAll('.b-lit')) element.classList.remove('b-lit')
  const row = current()
  if (!row) return
  const lit = row.table === 'persons' ? article.rows.filter((other) => other.values.person_id === row.values.name).map((other) => other.row_id) : [rowId]
  for (const id of lit) for (const element of spansOf(id)) element.classList.add('b-lit')
  root().querySelector('.b-lit')?.scrollIntoView({ block: 'center' })
  $('#rows [aria-current=true]')?.scrollIntoView({ block: 'nearest' })
}

const current = () => article?.rows.find((row) => row.row_id === selected)

// The next row to look at, in this article or another.
async function move(step) {
  const rows = article.rows.filter((row) => matches(row) || row.row_id === selected)
  const at = rows.findIndex((row) => row.row_id === selected)
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]
  if (next) return choose(next.row_id)
  await moveArticle(step)
}

async function moveArticle(step) {
  const id = await following(article.id, step)
  if (id === null) return say(word('done'))
  await show(id, null, step)
}

async function decide(decision, change = {}) {
  const row = current()
  await post('/api/decide', { article_id: article.id, table: row.table, row_id: row.row_id, decision, ...change })
  await show(article.id, selected)
  if (decision !== 'undo') await move(1)
}

const actions = {
  async accept() {
    if (!current()) return
    if (['correct', 'add'].includes(current().decision)) await move(1) // it already says what is right
    else await decide('accept')
  },
  async reject() {
    if (current()) await decide('reject')
  },
  async undo() {
    const { article_id: id } = await post('/api/undo')
    if (id !== null) await show(id, id === article.id ? selected : null)
    else if (current()?.decision) await decide('undo')
    else say(word('nothing'))
  },
  correct() {
    const row = current()
    if (!row) return
    edit({
      ...forms(), tables: [row.table], table: row.table, values: { ...row.values, text: row.text },
      span: { start_char: row.start_char, end_char: row.end_char, text: row.text },
      save: guarded(({ table, ...change }) => decide('correct', change)),
    })
  },
  add() {
    const span = selectedSpan()
    if (!span) return say(word('selectFirst'))
    const tables = TABLES.filter((table) => table !== 'persons')
    edit({
      ...forms(), tables, table: 'dates', values: {}, span,
      save: guarded(async (change) => {
        const { row_id: added } = await post('/api/decide', { article_id: article.id, decision: 'add', ...change })
        await show(article.id, added)
      }),
    })
  },
  async rest() {
    await post('/api/accept-rest', { article_id: article.id })
    await show(article.id, selected)
    await moveArticle(1)
  },
  next: () => move(1),
  previous: () => move(-1),
  nextArticle: () => moveArticle(1),
  previousArticle: () => moveArticle(-1),
  help: () => $('#help').showModal(),
}
const forms = () => ({ columns: overview.columns, persons: article.persons })
const KEYS = {
  a: 'accept', r: 'reject', e: 'correct', u: 'undo', n: 'add', A: 'rest', j: 'next', k: 'previous',
  ']': 'nextArticle', '[': 'previousArticle', '?': 'help',
}

// One thing after the other, so that keys can be typed faster than the server answers.
let last = Promise.resolve()
function guarded(action) {
  return (...given) => {
    last = last.then(async () => {
      say('')
      try { await action(...given) } catch (error) { say(error.message) }
    })
    return last
  }
}
const run = (name) => guarded(actions[name])()

function say(message) { $('#message').textContent = message }

function writeCounts() {
  const sum = (name) => overview.articles.reduce((total, each) => total + each[name], 0)
  Object.assign($('#progress'), { value: sum('decided'), max: Math.max(1, sum('rows')) })
  $('#counts').textContent = word('counts')(sum('decided').toLocaleString(), sum('rows').toLocaleString())
  const option = $('#article').options[article.number - 1]
  option.textContent = label(overview.articles[article.number - 1], article.number)
  $('#article').value = article.id
}

const label = (each, number) => `${number}. ${each.decided === each.rows ? '✓ ' : ''}${each.title}`

function writeArticles() {
  $('#article').replaceChildren(...overview.articles.map((each, at) => make('option', { value: each.id, textContent: label(each, at + 1) })))
}

function writeOrphans() {
  $('#orphaned').hidden = overview.orphaned.length === 0
  $('#orphaned summary').textContent = word('orphans')(overview.orphaned.length)
  $('#orphaned ul').replaceChildren(...overview.orphaned.map((each) =>
    make('li', { textContent: `${word(each.table)} “${each.text}” (${word(each.decision)}, ${each.reviewer}): ${each.reason}` })))
}

function writeRows() {
  const shown = article.rows.filter((row) => matches(row) || row.row_id === selected)
  $('#rows').replaceChildren(...shown.map(rowItem))
  if (!shown.length) $('#rows').append(make('li', { className: 'empty', textContent: word('none') }))
  for (const row of article.rows) for (const element of spansOf(row.row_id)) element.classList.toggle('is-reject', row.decision === 'reject')
  for (const button of document.querySelectorAll('[data-action]')) button.disabled = !current() && !['add', 'undo'].includes(button.dataset.action)
}

function rowItem(row) {
  const head = make('div', { className: 'head' }, [
    make('span', { className: 'layer', textContent: word(row.table) }),
    make('span', { className: 'text', textContent: row.text }),
    make('span', { className: 'sure', textContent: row.confidence.toFixed(2), title: `${word('sure')} · ${row.rule ?? ''}` }),
    make('span', { className: 'state', textContent: MARKS[row.decision] ?? '', title: row.decision ? `${word(row.decision)} · ${row.reviewer}` : '' }),
  ])
  const item = make('li', { className: row.decision ? `is-${row.decision}` : '', onclick: () => choose(row.row_id) }, [head])
  item.dataset.row = row.row_id
  item.setAttribute('aria-current', row.row_id === selected)
  if (row.row_id === selected) item.append(details(row))
  return item
}

function details(row) {
  const said = Object.entries(row.values).filter(([, value]) => value !== null && value !== false && value !== row.text)
  return make('dl', {}, said.flatMap(([name, value]) => [
    make('dt', { textContent: name.replace(/_id$/, '') }), make('dd', { textContent: value }),
  ]))
}

function writePage() {
  write()
  const chosen = new Set(TABLES.filter((table) => $(`#layers [value=${table}]`)?.checked ?? true))
  $('#layers').replaceChildren(...TABLES.map((table) => make('label', {}, [
    make('input', { type: 'checkbox', value: table, checked: chosen.has(table) }), word(table),
  ])))
  $('#help dl').replaceChildren(...Object.entries(KEYS).filter(([, name]) => name !== 'help').flatMap(([key, name]) => [
    make('dt', {}, [make('kbd', { textContent: key })]), make('dd', { textContent: word(name) }),
  ]))
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isOpen()) return close()
  if (isOpen() && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return $('#form').requestSubmit()
  if (event.ctrlKey || event.metaKey || event.altKey || $('#help').open) return
  if (event.target.closest('input:not([type=checkbox]), select, textarea') || !(event.key in KEYS)) return
  event.preventDefault()
  run(KEYS[event.key])
})
document.addEventListener('selectionchange', () => {
  const span = isOpen() && selectedSpan()
  if (span) moveSpan(span)
})
$('#text').addEventListener('click', (event) => {
  const rows = rowsAt(event.target)
  if (!rows.length || isOpen() || selectedSpan()) return
  choose(rows[(rows.indexOf(selected) + 1) % rows.length]) // clicking again goes outwards
})
$('#actions').addEventListener('click', (event) => {
  const button = event.target.closest('[data-action]')
  if (button) run(button.dataset.action)
})
for (const selector of ['#which', '#below', '#layers']) {
  $(selector).addEventListener('change', () => {
    $('#below-label').hidden = $('#which').value !== 'low'
    choose(article.rows.find(matches)?.row_id ?? null)
  })
}
$('#article').addEventListener('change', (event) => guarded(show)(event.target.value))
$('#previous-article').addEventListener('click', () => run('previousArticle'))
$('#next-article').addEventListener('click', () => run('nextArticle'))
$('#help-button').addEventListener('click', actions.help)
$('#language').addEventListener('click', () => { switchLanguage(); writePage(); writeOrphans(); writeCounts(); writeRows() })

writePage()
guarded(load)()

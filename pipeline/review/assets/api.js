// Requests to the server. The token of the page's address goes with each of them, in a header.

import { word } from './words.js'

const token = new URLSearchParams(location.search).get('token')

async function ask(path, options = {}) {
  const headers = { 'X-Berita-Token': token, ...options.headers }
  const response = await fetch(path, { ...options, headers }).catch(() => { throw new Error(word('offline')) })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

export const get = (path, query = {}) => ask(`${path}?${new URLSearchParams(query)}`)

export const post = (path, body = {}) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })

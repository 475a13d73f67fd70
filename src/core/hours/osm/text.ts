import { isSign, peek, refuse, took, type Cursor, type OsmRule } from './rule.ts'
import { readDates, readWeekdays } from './selectors.ts'
import { osmTokens, type OsmToken } from './tokens.ts'

/** A part of a text that is not understood, and why, in a sentence. */
export interface OsmRefusal {
  readonly part: string
  readonly reason: string
}

const longestText = 2000

/**
 * Reads the common forms of OpenStreetMap's `opening_hours`
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification); all others are refused, each part with its reason.
 */
export function parseOsm(text: string): { readonly rules: OsmRule[]; readonly refused: OsmRefusal[] } {
  if (text.length > longestText)
    return { rules: [], refused: [{ part: `${text.slice(0, 40)}…`, reason: 'Use at most 2000 characters.' }] }
  const tokens = osmTokens(text)
  const rules: OsmRule[] = []
  const refused: OsmRefusal[] = []
  const cursor: Cursor = { tokens, at: 0, reason: null }
  let additional = false
  while (cursor.at < tokens.length) {
    if (took(cursor, ';')) {
      additional = false
      continue
    }
    const start = cursor.at
    const rule = readRule(cursor)
    const next = peek(cursor)
    if (rule && isSign(next, '||')) refuse(cursor, 'What holds otherwise, after “||”, is not understood.')
    else if (rule && next && !isSign(next, ';') && !isSign(next, ','))
      refuse(
        cursor,
        `Before “${text.slice(next.start, next.end)}” a “;” is missing, or it stands in the wrong place.`,
      )
    if (rule && cursor.reason === null) {
      rules.push({ ...rule, additional, part: text.slice(tokens[start]!.start, tokens[cursor.at - 1]!.end) })
      additional = took(cursor, ',')
      continue
    }
    while (cursor.at < tokens.length && !isSign(peek(cursor), ';')) cursor.at += 1
    refused.push({
      part: text.slice(tokens[start]!.start, tokens[cursor.at - 1]?.end),
      reason: cursor.reason ?? 'This is not understood.',
    })
    cursor.reason = null
  }
  return { rules, refused }
}

const sunWords = ['sunrise', 'sunset', 'dawn', 'dusk']

function readRule(cursor: Cursor): Omit<OsmRule, 'part' | 'additional'> | null {
  const dated = readDates(cursor)
  if (cursor.reason !== null) return null
  took(cursor, ':')
  const days = readWeekdays(cursor)
  if (cursor.reason !== null) return null
  took(cursor, ':')
  const always = peek(cursor)?.text === '24/7'
  if (always) cursor.at += 1
  const times = always ? null : readTimes(cursor)
  if (cursor.reason !== null) return null
  const state = readState(cursor)
  if (state === null) return null
  const after = peek(cursor)
  const isEnd = !after || isSign(after, ';') || isSign(after, ',')
  if (times === null && !always && state.open === null)
    return refuse(
      cursor,
      isEnd ? 'It says no hours, such as 08:00-18:00.' : `“${after.text}” is not understood.`,
    )
  return { ...dated, ...days, times, open: state.open ?? true, comment: state.comment }
}

function readTimes(cursor: Cursor): (readonly [number, number])[] | null {
  const times: (readonly [number, number])[] = []
  for (;;) {
    const token = peek(cursor)
    if (isSign(token, '(') || (token && sunWords.includes(token.text)))
      return refuse(cursor, 'Times that follow the sun are not understood. Write them as 08:00-18:00.')
    if (token?.kind !== 'time' && token?.kind !== 'number') return times.length > 0 ? times : null
    const range = readRange(cursor)
    if (!range) return null
    times.push(range)
    // A comma is between times, or it begins another rule.
    const after = peek(cursor, 1)
    if (!isSign(peek(cursor), ',') || !after) return times
    const isTime = after.kind === 'time' || (after.kind === 'number' && after.value <= 24)
    if (!isTime && !isSign(after, '(') && !sunWords.includes(after.text)) return times
    cursor.at += 1
  }
}

function readRange(cursor: Cursor): readonly [number, number] | null {
  const minutes = ({ kind, value }: OsmToken) => (kind === 'number' ? value * 60 : value)
  const opens = peek(cursor)!
  cursor.at += 1
  if (isSign(peek(cursor), '+')) return refuse(cursor, 'A closing time is missing: “+” leaves the end open.')
  if (!took(cursor, '-')) return refuse(cursor, `After “${opens.text}” a closing time is missing.`)
  const closes = peek(cursor)
  if (closes && (isSign(closes, '(') || sunWords.includes(closes.text)))
    return refuse(cursor, 'Times that follow the sun are not understood. Write them as 08:00-18:00.')
  if (closes?.kind !== 'time' && closes?.kind !== 'number')
    return refuse(cursor, `After “${opens.text}” a closing time is missing.`)
  cursor.at += 1
  if (isSign(peek(cursor), '+')) return refuse(cursor, 'A closing time is missing: “+” leaves the end open.')
  if (isSign(peek(cursor), '/')) return refuse(cursor, 'Times that recur at intervals are not understood.')
  const [from, written] = [minutes(opens), minutes(closes)]
  const to = written <= from ? written + 1440 : written
  if (from >= 1440 || written > 2880 || to - from > 1440)
    return refuse(cursor, `“${opens.text}-${closes.text}” are not hours of a day.`)
  if (to - from === 1440 && from > 0)
    return refuse(
      cursor,
      `“${opens.text}-${closes.text}” would be 24 hours. Write 00:00-24:00 for whole days.`,
    )
  return [from, to]
}

/** `open` is null where neither open nor closed is said. */
function readState(cursor: Cursor): { open: boolean | null; comment: string } | null {
  const word = peek(cursor)?.kind === 'word' ? peek(cursor)!.text : ''
  if (word === 'unknown') return refuse(cursor, 'Hours that are not known cannot be kept.')
  const open = word === 'open' ? true : word === 'off' || word === 'closed' ? false : null
  if (open !== null) cursor.at += 1
  const comment = peek(cursor)
  if (comment?.kind !== 'comment') return { open, comment: '' }
  if (open === null) return refuse(cursor, `“${comment.text}” is a condition: the hours hold only perhaps.`)
  cursor.at += 1
  return { open, comment: comment.text }
}

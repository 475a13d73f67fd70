export interface OsmToken {
  readonly kind: 'weekday' | 'month' | 'word' | 'number' | 'time' | 'comment' | 'sign'
  /** Lower case; the words of a comment as they are written. */
  readonly text: string
  /** A weekday 1-7, a month 1-12, a number, or minutes after midnight. */
  readonly value: number
  readonly start: number
  readonly end: number
}

export const osmWeekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export const osmMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const weekdays =
  /^(?:(mo(?:n(?:day)?)?)|(tu(?:e(?:s(?:day)?)?)?)|(we(?:d(?:nesday)?)?)|(th(?:u(?:r(?:s(?:day)?)?)?)?)|(fr(?:i(?:day)?)?)|(sa(?:t(?:urday)?)?)|(su(?:n(?:day)?)?))$/
const months =
  /^(?:(jan(?:uary)?)|(feb(?:ruary)?)|(mar(?:ch)?)|(apr(?:il)?)|(may)|(june?)|(july?)|(aug(?:ust)?)|(sept?(?:ember)?)|(oct(?:ober)?)|(nov(?:ember)?)|(dec(?:ember)?))$/

const groupOf = (match: RegExpExecArray | null): number =>
  match ? match.findIndex((group, i) => i > 0 && group !== undefined) : 0

/** The words, numbers, times and signs of an `opening_hours` text, with their places in it. */
export function osmTokens(text: string): OsmToken[] {
  const tokens: OsmToken[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const [space] = /^[\s\u2423]*/.exec(rest)!
    if (space !== '') {
      at += space.length
      continue
    }
    const [token, length] = tokenOf(rest)
    tokens.push({ ...token, start: at, end: at + length })
    at += length
  }
  return tokens
}

type Read = readonly [Pick<OsmToken, 'kind' | 'text' | 'value'>, number]

function tokenOf(rest: string): Read {
  const comment = /^"([^"]*)"/.exec(rest)
  if (comment) return [{ kind: 'comment', text: comment[1]!.trim(), value: 0 }, comment[0].length]
  const [always] = /^24\s*\/\s*7(?!\d)/.exec(rest) ?? []
  if (always) return [{ kind: 'word', text: '24/7', value: 0 }, always.length]
  const time = /^(\d{1,2})(?:[:.h](\d{2})(?!\d)(?:\s*([ap])\.?m\b\.?)?|\s*([ap])\.?m\b\.?|h\b)/i.exec(rest)
  if (time) {
    const half = (time[3] ?? time[4])?.toLowerCase()
    const hours = half ? (Number(time[1]) % 12) + (half === 'p' ? 12 : 0) : Number(time[1])
    return [{ kind: 'time', text: time[0], value: hours * 60 + Number(time[2] ?? 0) }, time[0].length]
  }
  const [number] = /^\d+/.exec(rest) ?? []
  if (number) return [{ kind: 'number', text: number, value: Number(number) }, number.length]
  const [word] = /^\p{L}+/u.exec(rest) ?? []
  if (word) {
    const text = word.toLowerCase()
    const [weekday, month] = [groupOf(weekdays.exec(text)), groupOf(months.exec(text))]
    if (weekday > 0) return [{ kind: 'weekday', text, value: weekday }, word.length]
    if (month > 0) return [{ kind: 'month', text, value: month }, word.length]
    const sign = { to: '-', and: ',' }[text]
    return [{ kind: sign ? 'sign' : 'word', text: sign ?? text, value: 0 }, word.length]
  }
  const [or] = /^\|\|/.exec(rest) ?? []
  if (or) return [{ kind: 'sign', text: or, value: 0 }, 2]
  const sign = rest[0]!
  const plain = /[-\u2010-\u2015\u2212]/.test(sign) ? '-' : sign === '&' ? ',' : sign
  return [{ kind: 'sign', text: plain, value: 0 }, 1]
}

import type { Formats } from '../../../core/formats.ts'
import type { Judged, JudgedBlock } from '../../../core/hours/adherence.ts'
import { type AskedTime, toldAt } from '../../../core/hours/asked.ts'
import type { Sent } from '../../../core/calls.ts'

type Answers = Sent<'hours.answerDay'>['answers']

/** What was chosen for a time; `time` is typed for another time, `HH:MM`. */
export interface Said {
  readonly answer: Answers[number]['answer']
  readonly time: string
}

export const keyOf = ({ event, forMs }: AskedTime): string => `${event} ${forMs}`

/** A time as it is shown: known, or asked. */
export type Row =
  { readonly key: string; readonly words: string; readonly judged: Judged } | { readonly time: AskedTime }

/** All times of a day in order, the asked ones among the known. */
export function rowsOf(
  blocks: readonly JudgedBlock[],
  times: readonly AskedTime[],
  formats: Formats,
): readonly Row[] {
  const due = blocks.flatMap(({ opened, closed }) => [
    { event: 'open' as const, judged: opened },
    ...(closed ? [{ event: 'close' as const, judged: closed }] : []),
  ])
  const scheduled = due.map(({ event, judged }): Row => {
    const time = times.find((one) => one.event === event && one.due !== null && one.forMs === judged.dueMs)
    const words = `${event === 'open' ? 'Opening' : 'Closing'} ${formats.time(judged.due)}`
    return time ? { time } : { key: words, words, judged }
  })
  return [...scheduled, ...times.filter(({ due }) => due === null).map((time) => ({ time }))]
}

/** What can be said of a time. */
export const choicesFor = ({
  event,
  due,
}: AskedTime): readonly { readonly value: Said['answer']; readonly label: string }[] => [
  ...(due === null ? [] : [{ value: 'as scheduled' as const, label: 'As scheduled' }]),
  { value: 'other time', label: due === null ? 'At' : 'Other time' },
  { value: 'did not', label: event === 'open' ? 'Did not open' : 'Did not close' },
  { value: 'not known', label: 'Not known' },
]

const letters = { s: 'as scheduled', o: 'other time', d: 'did not', n: 'not known' } as const

/** The answer that a key gives. */
export function sayingOf(time: AskedTime, key: string): Said['answer'] | undefined {
  const answer = letters[key.toLowerCase() as keyof typeof letters]
  return choicesFor(time).some(({ value }) => value === answer) ? answer : undefined
}

/** The times that have no answer yet. */
export const unsaid = (times: readonly AskedTime[], said: ReadonlyMap<string, Said>): readonly AskedTime[] =>
  times.filter((time) => {
    const one = said.get(keyOf(time))
    return one === undefined || (one.answer === 'other time' && one.time === '')
  })

/** What was said, and one answer for all times that have none. */
export const withRest = (
  times: readonly AskedTime[],
  said: ReadonlyMap<string, Said>,
  rest: Said['answer'],
): ReadonlyMap<string, Said> =>
  new Map([...said, ...unsaid(times, said).map((time) => [keyOf(time), { answer: rest, time: '' }] as const)])

/** The answers as they are sent, once every time has one. */
export const answersOf = (
  times: readonly AskedTime[],
  said: ReadonlyMap<string, Said>,
  zone: string,
): Answers =>
  times.map((time) => {
    const { event, forMs } = time
    const { answer, time: typed } = said.get(keyOf(time))!
    return answer === 'other time'
      ? { event, forMs, answer, at: toldAt(time, typed, zone) }
      : { event, forMs, answer }
  })

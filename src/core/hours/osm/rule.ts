import type { OsmToken } from './tokens.ts'

/** A date of any year, month * 100 + date: 101-1231. */
export type MonthDay = number

/** Dates from one to the other, both included; over the turn of the year where `to` is before `from`. */
export interface DateSpan {
  readonly from: MonthDay
  readonly to: MonthDay
  /** The years of `from` and of `to`; null in every year. */
  readonly years: readonly [number, number] | null
}

/** One rule of an OSM `opening_hours` text. Null selectors select every day, `times` null the whole day. */
export interface OsmRule {
  readonly part: string
  /** Joined by a comma: it adds to the rules before it instead of taking their place. */
  readonly additional: boolean
  readonly years: readonly (readonly [number, number])[] | null
  readonly dates: readonly DateSpan[] | null
  /** ISO weekdays, 1-7; none where only public holidays are named. */
  readonly weekdays: readonly number[] | null
  readonly holidays: boolean
  /** Minutes after midnight; the second one is up to 2880. */
  readonly times: readonly (readonly [number, number])[] | null
  readonly open: boolean
  readonly comment: string
}

/** Where the reader is, and why it cannot go on. */
export interface Cursor {
  readonly tokens: readonly OsmToken[]
  at: number
  reason: string | null
}

export const peek = ({ tokens, at }: Cursor, ahead = 0): OsmToken | undefined => tokens[at + ahead]
export const isSign = (token: OsmToken | undefined, sign: string): boolean =>
  token?.kind === 'sign' && token.text === sign
/** Takes the sign if it comes next. */
export function took(cursor: Cursor, sign: string): boolean {
  if (!isSign(peek(cursor), sign)) return false
  cursor.at += 1
  return true
}
/** Notes the first reason why the rule is not understood. */
export function refuse(cursor: Cursor, reason: string): null {
  cursor.reason ??= reason
  return null
}

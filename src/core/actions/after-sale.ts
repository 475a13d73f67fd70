import { addDays, type Day, daysBetween } from '../day.ts'
import { daysToSearch } from '../hours/open-time.ts'
import type { Plan } from '../hours/schedule.ts'

/** What a customer can answer who is asked whether they are satisfied. */
export const satisfactions = ['very', 'yes', 'so-so', 'no'] as const

export type Satisfied = (typeof satisfactions)[number]

/** Whether an answer asks for the owner. */
export const isLow = (answer: Satisfied): boolean => answer === 'so-so' || answer === 'no'

/** What starts something to do: `asked` whether they are satisfied, `complaint` where they are not, `referral` for whom they would send, `thanks` for whom they sent. */
export type AfterSale = 'asked' | 'complaint' | 'referral' | 'thanks'

/** What customers alone are asked and thanked for: off the list of who is none any more. */
export const ofCustomers = ['asked', 'referral', 'thanks'] as const satisfies readonly AfterSale[]

/** What is done with the living alone: off the list of who died. */
export const ofTheLiving = [...ofCustomers, 'complaint'] as const satisfies readonly AfterSale[]

/** Questions to a customer, which wait while one of their complaints is open. */
export const questions = ['asked', 'referral'] as const satisfies readonly AfterSale[]

const openDaysLater = 2
/** What was collected longer ago is not asked about any more, days. */
const longAgo = 14

/** On which open day somebody is asked about what was done on a day; undefined where that is long ago. */
export function askDay(plan: Plan, doneDay: Day, today: Day): Day | undefined {
  if (daysBetween(doneDay, today) > longAgo) return undefined
  const meant = openDayAfter(plan, doneDay, openDaysLater)
  return meant < today ? openDayAfter(plan, addDays(today, -1), 1) : meant
}

/** So many days on which the shop opens after a day; plain days where no opening is known. */
export function openDayAfter(plan: Plan, day: Day, count: number): Day {
  let left = count
  for (const one of daysToSearch(plan, addDays(day, 1)))
    if (plan.intervals(one).length > 0 && --left === 0) return one
  return addDays(day, count)
}

const mostQuoted = 160

/** What is to be done, in words. */
export const askWords = (name: string, what: string): string =>
  `Ask ${name} whether they are satisfied with ${what}`.slice(0, 500)

export const complaintWords = (name: string, said: string): string => {
  const quoted = said.length > mostQuoted ? `${said.slice(0, mostQuoted - 1)}…` : said
  return `${name} is not satisfied${quoted === '' ? '' : ` (“${quoted}”)`}: call back`
}

export const referralWords = (name: string): string => `Ask ${name} whom they would send to you`

export const thanksWords = (by: string, customer: string): string =>
  `Thank ${by} for sending ${customer}`.slice(0, 500)

/** The same words with `instead` in the place of whom they sent; words that the owner made of them stay. */
export function thanksUnnamed(what: string, by: string, instead: string): string {
  const start = `Thank ${by} for sending `
  return what.startsWith(start) ? start + instead : what
}

const beforeName: Readonly<Record<AfterSale, string>> = {
  asked: 'Ask ',
  referral: 'Ask ',
  thanks: 'Thank ',
  complaint: '',
}

/** The same words of somebody who is called otherwise by now. */
export function wordsAnew(source: AfterSale, what: string, before: string, name: string): string {
  const start = beforeName[source] + before
  return what.startsWith(`${start} `)
    ? `${beforeName[source]}${name}${what.slice(start.length)}`.slice(0, 500)
    : what
}

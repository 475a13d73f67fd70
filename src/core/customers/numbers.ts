import { fold } from '../fold.ts'
import { nationalOf, numbersIn, phonesIn, shortestNational } from './phones.ts'

/** Fewer digits are in nearly every number. */
const fewestDigits = 3
/** No number is longer; what is was typed into the wrong field. */
const longestNumber = 24
/** A field of nothing but digits must not fill the index. */
const mostParts = 60
/** Nor one of many numbers. */
const mostText = 2000

/**
 * What search finds a customer's numbers by: every end of each phone number of at least three digits, so that any part of
 * it begins one, and the customer's own number, whole, in its words and in the ends of its digits.
 */
export function numberParts(phone: string, sourceId: string): string {
  let parts = ''
  for (const one of numbersIn(phone))
    if (parts.length < mostText) parts = withEnds(parts, one.replace(/\D+/g, ''))
  if (sourceId === '') return parts
  const words = fold(sourceId).split(' ')
  for (const word of words.length > 1 ? [...words, words.join('')] : words)
    if (parts.length < 2 * mostText)
      parts = withEnds(`${parts} ${word.slice(0, longestNumber)}`, word.replace(/\D+/g, ''))
  return parts.trim()
}

function withEnds(parts: string, digits: string): string {
  let more = parts
  for (let at = 0; at + fewestDigits <= digits.length && at < mostParts; at++)
    more += ` ${digits.slice(at, at + longestNumber)}`
  return more
}

/** Digits or words of a number, as one of the {@link numberParts} or as the beginning of one. */
export interface NumberWay {
  readonly digits: string
  readonly is: 'whole' | 'beginning'
}

/** What to look for among {@link numberParts}, and the words that have to stand in the customer's text beside it. */
export interface NumberQuery {
  /** Each of these, said in one of its ways. */
  readonly numbers: readonly (readonly NumberWay[])[]
  readonly words: readonly string[]
}

/** A run of digits as numbers are typed: spaced, bracketed, with a plus before it. */
const run = /[+(]*\d[\d\s()./+\-‐–]*/g

/**
 * How what somebody typed may be meant as a number, each way to be tried: all of it as a customer's number, or its digits,
 * run together, as a part of a phone number beside words of a name. None when there are fewer than three digits and no word.
 */
export function numberQueries(text: string): readonly NumberQuery[] {
  const terms = fold(text)
    .split(' ')
    .filter((term) => term !== '')
  const queries: NumberQuery[] = []
  const short = terms.some((term) => term.length < fewestDigits && /^\d+$/.test(term))
  if (terms.length <= 3 && terms.join('').length >= fewestDigits && !short)
    queries.push({ numbers: terms.map((term) => [beginning(term)]), words: [] })
  const typed = (text.normalize('NFKC').match(run) ?? []).flatMap(numbersIn)
  const numbers = typed.filter((number) => digitsOf(number).length >= fewestDigits)
  const words = fold(text.normalize('NFKC').replace(run, ' '))
    .split(' ')
    .filter((word) => word !== '')
  if (numbers.length > 0 && numbers.length === typed.length)
    queries.push({ numbers: numbers.map(waysToSay), words })
  return queries
}

/**
 * A number as it may be kept: as typed, without the zeros that lead it at home or abroad, and without a country's code. Of a
 * number with a plus or two zeros the code is known, and half of it is enough; else it may be one of up to three digits, which
 * nobody can tell from the number itself: then all that is left has to be its end.
 */
function waysToSay(number: string): readonly NumberWay[] {
  const digits = digitsOf(number)
  const phone = phonesIn(number)[0]!
  const bare = phone.bare.slice(0, longestNumber)
  const ways = [beginning(digits)]
  if (bare !== digits && bare.length >= fewestDigits) ways.push(beginning(bare))
  if (phone.country === 'yes') {
    const national = nationalOf(bare)
    if (national.length >= fewestDigits) ways.push(beginning(`0${national}`))
    if (national.length >= shortestNational) ways.push(beginning(national))
  } else if (bare.length >= longestWithoutCountry)
    for (let code = 1; code <= 3; code++) {
      const national = bare.slice(code).replace(/^0+/, '')
      if (national.length >= shortestNational) ways.push({ digits: national, is: 'whole' })
    }
  return ways
}

/** Shorter ones are taken for what they are: a part of a number, without a country. */
const longestWithoutCountry = 9

const digitsOf = (text: string): string => text.replace(/\D+/g, '').slice(0, longestNumber)

const beginning = (digits: string): NumberWay => ({ digits, is: 'beginning' })

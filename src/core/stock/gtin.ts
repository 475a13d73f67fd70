/*
 * GTINs by the GS1 General Specifications: 8, 12, 13 or 14 digits, the last one a mod-10 check digit (section 7.9).
 */

import { isCutShort, isNoValue } from '../no-value.ts'

/**
 * The check digit, 0-9, that belongs behind `digits` (GS1 General Specifications 7.9: weights 3, 1, 3 … from the right).
 */
export function checkDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}

/** The code as typed, printed or exported, without the spaces and hyphens that only help the eye. */
export const plainCode = (text: string): string => text.replace(/[\s\u2010-\u2015-]/g, '')

/** Whether a code (as of {@link plainCode}) is a GTIN-8, -12, -13 or -14 with the right check digit. */
export const isGtin = (code: string): boolean =>
  /^(\d{8}|\d{12,14})$/.test(code) && checkDigit(code.slice(0, -1)) === Number(code.at(-1))

/**
 * What two spellings of one code have in common, '' for an empty code: digits are filled up to 14 with leading zeros
 * (GTIN-8, -12 and -13 are the same number as their GTIN-14), any other code is compared in capitals.
 */
export function codeKey(text: string): string {
  const code = plainCode(text)
  if (code === '') return ''
  return /^\d+$/.test(code) ? code.padStart(14, '0') : code.toUpperCase()
}

/** What is wrong with a code, as a sentence that can follow another; '' when it is a sound GTIN. */
export function codeProblem(text: string): string {
  const code = plainCode(text)
  if (isGtin(code)) return ''
  if (!/^\d+$/.test(code)) return `${text.trim()} is not a GTIN: it has more than digits.`
  if (![8, 12, 13, 14].includes(code.length))
    return `${code} is not a GTIN: it has ${code.length} digits, and a GTIN has 8, 12, 13 or 14.`
  return `${code} is not a GTIN: its last digit should be ${checkDigit(code.slice(0, -1))}.`
}

/**
 * Whether a code, as typed, is a GTIN and so names one product wherever it stands; also with more or fewer leading zeros
 * than it should have, as spreadsheets take them from twelve digits and tills put them before eight.
 */
export function namesOneProduct(text: string): boolean {
  const code = plainCode(text)
  if (isGtin(code)) return true
  if (!/^(?:\d{11}|0\d{8,15})$/.test(code)) return false
  const digits = code.replace(/^0+/, '')
  const length = [8, 12, 13, 14].find((n) => n >= digits.length)
  return digits.length >= 7 && length !== undefined && isGtin(digits.padStart(length, '0'))
}

/**
 * Why text in a code's place is no code of this product, as a sentence; '' when it may be one. A spreadsheet shows
 * long numbers as `4,00638E+12`, which many products share; `n/a`, `-` and `0000` say that there is none.
 */
export function notACode(text: string): string {
  const code = plainCode(text)
  if (code === '') return text.trim() === '' ? '' : `“${text.trim()}” is no code.`
  if (isCutShort(text)) return `“${text.trim()}” is a code that a spreadsheet has cut short.`
  return isNoValue(text) ? `“${text.trim()}” is no code.` : ''
}

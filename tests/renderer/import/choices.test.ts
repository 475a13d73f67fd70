import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerFields } from '../../../src/core/customers/import-fields.ts'
import { correctedMail } from '../../../src/core/customers/import-mail.ts'
import { productFields } from '../../../src/core/stock/product-file.ts'
import { chosenFields, type Choices } from '../../../src/renderer/import/choices.ts'
import { withFields } from '../../../src/renderer/import/mail-choices.ts'
import { runs } from '../../support/runs.ts'

const header = ['Name', 'E-Mail', 'Newsletter', 'Abgemeldet am', 'Notiz']
const guess = { name: 'Name', email: 'E-Mail', consent: 'Newsletter', refusal: 'Abgemeldet am' }

const choose = (choices: Choices, column: string, field: string | null): Choices => {
  const { mapping } = correctedMail(header, guess, choices)
  return withFields(choices, chosenFields({ mapping, guess }, column, field, customerFields), column, field)
}

const fieldOf = (choices: Choices, column: string): string | null => {
  const { mapping } = correctedMail(header, guess, choices)
  return Object.keys(mapping).find((field) => mapping[field] === column) ?? null
}

test('a column that is chosen and changed back is read as at first, and so are the others', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...header),
      fc.constantFrom('name', 'email', 'consent', 'refusal', 'notes', null),
      (column, field) => {
        const back = choose(choose({}, column, field), column, fieldOf({}, column))
        expect(correctedMail(header, guess, back)).toEqual(correctedMail(header, guess, {}))
      },
    ),
    runs(200),
  )
})

test('taking a column out of a field that it had for a moment leaves the field to its own column', () => {
  const refusing = choose({}, 'Newsletter', 'refusal')
  expect(fieldOf(refusing, 'Newsletter')).toBe('refusal')
  const out = choose(refusing, 'Newsletter', null)
  expect([fieldOf(out, 'Newsletter'), fieldOf(out, 'Abgemeldet am')]).toEqual([null, 'refusal'])
})

test('a column about mail that was left is read again when it is chosen for the answer, guessed or not', () => {
  const left = { notAboutMail: ['Newsletter', 'Notiz'] }
  expect(choose(left, 'Newsletter', 'consent').notAboutMail).toEqual(['Notiz'])
  expect(choose(left, 'Notiz', 'consent').notAboutMail).toEqual(['Newsletter'])
  expect(choose(left, 'Newsletter', 'notes').notAboutMail).toEqual(['Newsletter', 'Notiz'])
  expect(choose(choose(left, 'Notiz', 'consent'), 'Notiz', 'notes').notAboutMail).toEqual(['Newsletter'])
})

test('any number of columns are other phones; what was the phone becomes one of them, and changed back all is as at first', () => {
  const report = {
    mapping: { phone: 'Mobile', 'otherPhones:Home': 'Home' },
    guess: { phone: 'Mobile', 'otherPhones:Home': 'Home' },
  }
  const fields = customerFields
  expect(chosenFields(report, 'Line 2', 'otherPhones', fields)).toEqual({ 'otherPhones:Line 2': 'Line 2' })
  expect(chosenFields(report, 'Home', null, fields)).toEqual({ 'otherPhones:Home': '' })
  const swapped = chosenFields(report, 'Home', 'phone', fields)
  expect(swapped).toEqual({ phone: 'Home', 'otherPhones:Home': '', 'otherPhones:Mobile': 'Mobile' })
  const columns = ['Home', 'Mobile']
  const { mapping } = correctedMail(columns, report.guess, { mapping: swapped as Record<string, string> })
  expect(mapping).toEqual({ phone: 'Home', 'otherPhones:Mobile': 'Mobile' })
  const back = chosenFields({ mapping, guess: report.guess }, 'Mobile', 'phone', fields)
  expect(back).toEqual({ phone: undefined, 'otherPhones:Home': undefined, 'otherPhones:Mobile': undefined })
})

test('what was answered about the numbers of one column is not said of another that takes its field', () => {
  const choices = { numbers: { price: ',', inStock: '.' }, dates: { told: 'day-first' } } as const
  const report = { mapping: { price: 'VK', inStock: 'Menge' }, guess: { price: 'VK', inStock: 'Menge' } }
  const chosen = withFields(choices, chosenFields(report, 'EK', 'price', productFields), 'EK', 'price')
  expect(chosen).toEqual({
    mapping: { price: 'EK' },
    numbers: { inStock: '.' },
    dates: { told: 'day-first' },
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressParts, addressWords, hasAddress } from '../../../src/core/customers/address.ts'
import { customerMemory } from '../../../src/core/customers/import-memory.ts'
import type { Mergeable, MergeChoice, MergeSide } from '../../../src/core/customers/merge-choice.ts'
import { mergedPerson, usualChoice } from '../../../src/core/customers/merge-people.ts'
import {
  detailNames,
  longestDetail,
  mailKeys,
  mailKeysOf,
  type CustomerDetails,
} from '../../../src/core/customers/person.ts'
import { hasPhones, partsOfCell } from '../../../src/core/customers/phone-columns.ts'
import { hasText, together } from '../../../src/core/customers/together.ts'
import { linesOf, wayKey } from '../../../src/core/customers/ways.ts'
import { runs } from '../../support/runs.ts'

const nothing = Object.fromEntries(detailNames.map((name) => [name, ''])) as unknown as CustomerDetails
/** As a file brings them, or as the owner typed them. */
const person = (said: Partial<CustomerDetails>, isFiles = false): Mergeable => {
  const details = { ...nothing, name: 'Anna Berg', ...said }
  const memory = isFiles
    ? customerMemory.broughtAlong(details)
    : customerMemory.afterEdit(customerMemory.none, nothing, details)
  return { details, memory, sourceId: '' }
}
const merged = (keep: Partial<CustomerDetails>, gone: Partial<CustomerDetails>, choice: MergeChoice = {}) =>
  mergedPerson(person(keep), person(gone), choice).details

test('the mail address that letters do not go to stays among the others, each once, whichever is chosen', () => {
  const [keep, gone] = [
    { email: 'b@x.example', otherMails: 'k@x.example' },
    { email: 'a@x.example', otherMails: 'z@x.example, B@x.example (work)' },
  ]
  expect(merged(keep, gone)).toMatchObject({
    email: 'b@x.example',
    otherMails: 'k@x.example, z@x.example, a@x.example',
  })
  expect(merged(keep, gone, { email: 'gone' })).toMatchObject({
    email: 'a@x.example',
    otherMails: 'k@x.example, z@x.example, B@x.example (work)',
  })
  expect(merged(keep, gone, { email: 'gone', otherMails: 'keep' })).toMatchObject({
    email: 'a@x.example',
    otherMails: 'k@x.example, b@x.example',
  })
  expect(merged({ email: 'a@x.example' }, { email: 'A@X.example' })).toMatchObject({
    email: 'a@x.example',
    otherMails: '',
  })
})

test('an address goes as a whole, the other stays among the others', () => {
  const [cologne, bonn] = [
    { street: 'Weg 1', postcode: '50667', city: 'Köln' },
    { street: 'Allee 2', postcode: '53111', city: 'Bonn' },
  ]
  expect(merged(cologne, bonn)).toMatchObject({ ...cologne, otherAddresses: 'Allee 2, 53111 Bonn' })
  expect(merged(cologne, bonn, { address: 'gone' })).toMatchObject({
    ...bonn,
    otherAddresses: 'Weg 1, 50667 Köln',
  })
  // Any part of it chooses it.
  expect(merged(cologne, bonn, { city: 'gone' })).toMatchObject(bonn)
  expect(merged({ city: 'Köln' }, bonn)).toMatchObject({
    street: '',
    city: 'Köln',
    otherAddresses: 'Allee 2, 53111 Bonn',
  })
  // The one that says more of the same place has all of the other.
  expect(merged({ city: 'Köln' }, cologne)).toMatchObject({ ...cologne, otherAddresses: '' })
  expect(
    merged({ ...cologne, street: 'Hauptstr. 5' }, { ...cologne, street: 'Haupt-Straße 5' }),
  ).toMatchObject({ street: 'Hauptstr. 5', otherAddresses: '' })
  expect(merged({ street: 'Weg 1 1' }, { street: 'Weg 11' })).toMatchObject({
    street: 'Weg 1 1',
    otherAddresses: 'Weg 11',
  })
  // What the owner typed stays before what a file brought, as a whole.
  const filed = mergedPerson(person(cologne, true), person({ city: 'Bonn' }), {})
  expect(filed.details).toMatchObject({ street: '', city: 'Bonn', otherAddresses: 'Weg 1, 50667 Köln' })
  expect(usualChoice(person(cologne), person(bonn))).toEqual({ address: 'keep' })
  expect(merged(cologne, { ...bonn, otherAddresses: 'weg 1, 50667 köln\nFrankfurt (Oder)' })).toMatchObject({
    otherAddresses: 'Frankfurt (Oder)\nAllee 2, 53111 Bonn',
  })
  expect(
    merged({ otherAddresses: 'Frankfurt (Main)' }, { otherAddresses: 'Frankfurt (Oder)' }),
  ).toMatchObject({ otherAddresses: 'Frankfurt (Main)\nFrankfurt (Oder)' })
})

test('what must be known is joined by its words: nuts are neither in walnuts nor in “no nuts”', () => {
  expect(merged({ mustKnow: 'walnuts' }, { mustKnow: 'nuts' }).mustKnow).toBe('walnuts; nuts')
  expect(merged({ mustKnow: 'eats no nuts' }, { mustKnow: 'no nuts' }).mustKnow).toBe('eats no nuts; no nuts')
  expect(merged({ mustKnow: 'nuts; milk' }, { mustKnow: 'Milk; eggs' }).mustKnow).toBe('nuts; milk; eggs')
  expect(merged({ mustKnow: 'milk' }, { mustKnow: 'nuts; milk' }).mustKnow).toBe('nuts; milk')
  expect(merged({ mustKnow: '< 5 g salt' }, { mustKnow: '> 5 g salt' }).mustKnow).toBe(
    '< 5 g salt; > 5 g salt',
  )
  expect(merged({ notes: 'Wants walnuts.' }, { notes: 'nuts' }).notes).toBe('Wants walnuts.\nnuts')
  expect(hasText('Likes rye. No nuts.', 'No nuts')).toBe(true)
})

test('nothing is cut: numbers that have no room stand in the notes whole, what must be known has to have room', () => {
  const numbers = (from: number) => Array.from({ length: 30 }, (_, i) => `0${from}1${100_000 + i}`)
  const all = mergedPerson(
    person({ phone: numbers(301).join(', '), notes: 'Likes rye.' }),
    person({ phone: numbers(302).join(', ') }),
    {},
  )
  const { phone, notes } = all.details
  expect(phone.length).toBeLessThanOrEqual(500)
  expect([...partsOfCell(phone), ...notes.replace('Likes rye.\nMore phones: ', '').split(', ')]).toEqual([
    ...numbers(301),
    ...numbers(302),
  ])
  expect(all).toMatchObject({ inNotes: ['phone'], tooLong: undefined })
  const long = (word: string) => ({ mustKnow: `${word} ${'a'.repeat(385)} ${word}` })
  expect(mergedPerson(person(long('nuts')), person(long('milk')), {}).tooLong).toBe('mustKnow')
  expect(mergedPerson(person(long('nuts')), person(long('milk')), { mustKnow: 'gone' })).toMatchObject({
    tooLong: undefined,
    details: long('milk'),
  })
  const notesOf = (word: string) => ({ notes: `${word} `.repeat(2100) })
  expect(mergedPerson(person(notesOf('nuts')), person(notesOf('milks')), {}).tooLong).toBe('notes')
})

const mail = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'A@X.EXAMPLE', 'd@käse.example')
const mails = fc.uniqueArray(mail, { maxLength: 3, selector: (one) => mailKeys(one)[0] })
const kinds = fc.constantFrom('', ' (work)', ' (home)')
const wordsOf = fc.constantFrom('nuts', 'walnuts', 'no nuts', 'milk', 'eggs, milk', 'Milk')
const some = fc.record({
  email: fc.option(mail, { nil: '' }),
  otherMails: fc.tuple(mails, kinds).map(([all, kind]) => all.map((one) => one + kind).join(', ')),
  phone: fc
    .uniqueArray(fc.constantFrom('030 1111', '+49 30 1111', '030 2222222', '0171 333333', '30 1111'), {
      maxLength: 3,
    })
    .map((all) => all.join(', ')),
  mustKnow: fc.array(wordsOf, { maxLength: 3 }).map((all) => all.join('; ')),
  notes: fc.array(wordsOf, { maxLength: 3 }).map((all) => all.join('\n')),
  street: fc.constantFrom('', 'Weg 1', 'Weg 11', 'Weg 1 1', 'Hauptstr. 5', 'Hauptstraße 5'),
  postcode: fc.constantFrom('', '50667', '53111'),
  city: fc.constantFrom('', 'Köln', 'Bonn', 'Frankfurt (Oder)', 'Frankfurt (Main)'),
  country: fc.constantFrom('', 'DE'),
  otherAddresses: fc.constantFrom(
    '',
    'Weg 1, 50667 Köln',
    'Allee 2, Bonn (work)\nWeg 11',
    'Frankfurt (Oder)',
  ),
})
const side = fc.option(fc.constantFrom<MergeSide>('keep', 'gone'), { nil: undefined })

/** What the parts of a person's addresses say, in words. */
const places = (details: CustomerDetails) => [
  ...(addressWords(details) === '' ? [] : [addressWords(details)]),
  ...linesOf(details.otherAddresses).map(({ value, kind }) =>
    /^[A-Z]/.test(kind) ? `${value} (${kind})` : value,
  ),
]
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
/** The same street written otherwise is the same. */
const placeKey = (place: string) => wayKey(place).replace('hauptstraße', 'hauptstr.')

test('random merges lose no mail address, no phone, no address and no word that must be known', () => {
  let joined = 0
  fc.assert(
    fc.property(some, some, side, side, fc.boolean(), fc.boolean(), (keep, gone, email, address, f, g) => {
      const choice = { ...(email && { email }), ...(address && { address }) }
      const [mine, its] = [person(keep, f), person(gone, g)]
      const { details, tooLong } = mergedPerson(mine, its, choice)
      expect(tooLong).toBeUndefined()
      for (const one of [mine.details, its.details]) {
        expect(mailKeysOf(details)).toEqual(expect.arrayContaining([...mailKeysOf(one)]))
        for (const phone of partsOfCell(one.phone)) expect(hasPhones(details.phone, phone)).toBe(true)
        expect(words(details.mustKnow)).toEqual(expect.arrayContaining([...words(one.mustKnow)]))
        expect(words(details.notes)).toEqual(expect.arrayContaining([...words(one.notes)]))
        const kept = places(details).map(placeKey)
        for (const place of linesOf(one.otherAddresses))
          expect(kept.join('|')).toContain(placeKey(place.value))
        if (!hasAddress(details, one)) expect(kept).toContain(placeKey(addressWords(one)))
      }
      // Each mail once, and no address of two.
      const listed = `${details.email}, ${details.otherMails}`.split(', ').flatMap(mailKeys)
      expect(listed).toHaveLength(new Set(listed).size)
      const isOf = (one: CustomerDetails) => addressParts.every((part) => one[part] === details[part])
      expect(isOf(mine.details) || isOf(its.details)).toBe(true)
      for (const name of detailNames) expect(details[name].length).toBeLessThanOrEqual(longestDetail(name))
      joined++
    }),
    runs(500, 20_000),
  )
  console.log(`${joined} random merges, nothing lost`)
})

test('joined twice, nothing is there twice', () => {
  fc.assert(
    fc.property(some, some, ({ mustKnow: a, notes: c, phone: e }, { mustKnow: b, notes: d, phone: f }) => {
      const twice = (field: 'mustKnow' | 'notes' | 'phone', one: string, other: string) => {
        const both = together(field, one, other)
        expect(together(field, both, other)).toBe(both)
        expect(together(field, both, one)).toBe(both)
      }
      twice('mustKnow', a, b)
      twice('notes', c, d)
      twice('phone', e, f)
    }),
    runs(500, 5000),
  )
})

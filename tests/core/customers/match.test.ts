import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailAnswer } from '../../../src/core/customers/consent-column.ts'
import type { Consent } from '../../../src/core/customers/consent.ts'
import type { CustomerField } from '../../../src/core/customers/import-fields.ts'
import { customerMemory, type CustomerMemory } from '../../../src/core/customers/import-memory.ts'
import { customerRow, type CustomerRow } from '../../../src/core/customers/import-row.ts'
import { heardOf, type Known } from '../../../src/core/customers/known.ts'
import { register, type Match } from '../../../src/core/customers/match.ts'
import { runs } from '../../support/runs.ts'

type Cells = Readonly<Partial<Record<CustomerField, string>>>

const newsletter = [{ header: 'Newsletter', kind: 'answer', givesYes: true }] as const

/** A line of a file. */
const rowOf = (cells: Cells, answer = ''): CustomerRow =>
  customerRow(
    (field) => cells[field] ?? '',
    (field) => field,
    { mail: mailAnswer(newsletter, [answer]), phones: [], birthday: '' },
  ).row!

interface More {
  readonly earlier?: CustomerMemory['earlier']
  readonly consent?: Consent
  /** The line of this file that named them, and what it said. */
  readonly here?: readonly [line: number, cells: Cells]
}

let ids = 0

/** A customer on file. */
function customer(cells: Cells, { earlier = {}, consent = 'unasked', here }: More = {}): Known {
  const { sourceId, mail: _m, isNamed: _n, ...details } = rowOf(cells)
  return {
    id: ++ids,
    isAdded: false,
    details,
    memory: { ...customerMemory.none, earlier },
    sourceId,
    consent,
    isTakenBack: false,
    consentSource: '',
    answeredBy: '',
    why: '',
    here: here ? heardOf(null, here[0], rowOf(here[1])) : null,
    changed: false,
    answered: false,
  }
}

/** Whom a line is about, where these are on file and the file has these names and numbers. */
function find(
  people: readonly Known[],
  row: CustomerRow,
  foretold: readonly (readonly [name: string, sourceId: string])[] = [],
): Match {
  const all = register()
  for (const one of people) all.enter(one)
  for (const [name, sourceId] of foretold)
    all.foretell(name, sourceId, { email: '', otherMails: '', phones: '' })
  return all.find(row)
}

const nobody = { known: null }
const sameNumber = (name: string, number: string) => ({
  known: null,
  message: `${name} has the same number, ${number}, but is somebody else. Both were kept.`,
})
const sameMail = (name: string, email: string) => ({
  known: null,
  message: `${name} has the same mail address, ${email}. Both were kept.`,
})

const name = 'Anna Lang'
const email = 'a@x.example'
const [phone, otherPhone] = ['030 1234567', '040 7654321']

describe('under the same name', () => {
  test('nobody is found where nobody is on file', () => expect(find([], rowOf({ name }))).toEqual(nobody))

  test('the number decides, where not more than one thing speaks against it', () => {
    const anna = customer({ name, sourceId: '7', email, phone })
    const row = { name: 'LANG, Anna', sourceId: '7', email: 'b@x.example' }
    expect(find([anna], rowOf(row))).toEqual({ known: anna })
    expect(find([anna], rowOf({ ...row, phone: otherPhone }))).toEqual(sameNumber(name, '7'))
    expect(find([anna], rowOf({ ...row, sourceId: '8', phone: otherPhone }))).toEqual(nobody)
  })

  test('the number decides before the mail address, and that before the company', () => {
    const numbered = customer({ name, sourceId: '7' })
    const mailed = customer({ name, email, company: 'Nordwind' })
    const named = customer({ name, company: 'Südwind' })
    const all = [named, mailed, numbered]
    expect(find(all, rowOf({ name, sourceId: '7', email, company: 'Südwind' }))).toEqual({ known: numbered })
    expect(find(all, rowOf({ name, sourceId: '8', email, company: 'Südwind' }))).toEqual({ known: mailed })
    expect(find(all, rowOf({ name, company: 'SÜDWIND' }))).toEqual({ known: named })
  })

  test('the mail address is the same however it is written, and one they had before', () => {
    const anna = customer({ name, sourceId: '7', email, phone }, { earlier: { email: ['old@x.example'] } })
    for (const one of ['A@X.example', 'old@x.example'])
      expect(find([anna], rowOf({ name, sourceId: '8', email: one, phone: otherPhone }))).toEqual({
        known: anna,
      })
  })

  test('the company decides, also an earlier one, where the rest does not speak against it', () => {
    const anna = customer({ name, company: 'Nordwind', phone }, { earlier: { company: ['Südwind'] } })
    expect(find([anna], rowOf({ name, company: 'Südwind' }))).toEqual({ known: anna })
    expect(find([anna], rowOf({ name, company: 'Ostwind' }))).toEqual(nobody)
    expect(find([anna], rowOf({ name, company: 'Südwind', phone: otherPhone }))).toEqual(nobody)
  })

  test('what both do not say brings nobody together', () => {
    const anna = customer({ name, phone })
    expect(find([anna], rowOf({ name, phone: otherPhone }))).toEqual(nobody)
    expect(find([anna], rowOf({ name: 'Bert Lang', phone }))).toEqual(nobody)
  })

  test('a name is found in each of its spellings', () => {
    const joerg = customer({ name: 'Jörg Müller' })
    for (const spelled of ['Jorg Muller', 'Joerg Mueller'])
      expect(find([joerg], rowOf({ name: spelled }))).toEqual({ known: joerg })
  })

  test('who has changed is entered again and found by what is new', () => {
    const anna = customer({ name })
    const all = register()
    all.enter(anna)
    anna.details = { ...anna.details, email }
    anna.sourceId = '7'
    all.enter(anna)
    expect(all.find(rowOf({ name, company: 'Nordwind', email }))).toEqual({ known: anna })
    expect(all.find(rowOf({ name, company: 'Nordwind', sourceId: '7' }))).toEqual({ known: anna })
  })
})

describe('another name is another person', () => {
  const anna = customer({ name, sourceId: '7', email, phone, city: 'Kiel' })

  test('whatever else is shared; the number is told before the address', () => {
    const row = { name: 'Bert Lang', email, phone, city: 'Kiel' }
    expect(find([anna], rowOf({ ...row, sourceId: '7' }))).toEqual(sameNumber(name, '7'))
    expect(find([anna], rowOf(row))).toEqual(sameMail(name, email))
    expect(find([anna], rowOf({ ...row, email: '' }))).toEqual(nobody)
  })

  test('who had an address before is not told to have it', () => {
    const had = customer({ name: 'Cora Lang', email: 'c@x.example' }, { earlier: { email: [email] } })
    expect(find([had], rowOf({ name: 'Bert Lang', email }))).toEqual(nobody)
    expect(find([had, anna], rowOf({ name: 'Bert Lang', email }))).toEqual(sameMail(name, email))
  })

  test('who is found is told nothing of others', () => {
    const bert = customer({ name: 'Bert Lang', email })
    expect(find([anna, bert], rowOf({ name: 'Bert Lang', email }))).toEqual({ known: bert })
  })
})

describe('an earlier name', () => {
  const married = (more: More = {}) =>
    customer({ name, email }, { earlier: { name: ['Anna Berg', 'Anna Roth'] }, ...more })
  const row = rowOf({ name: 'Anna Berg', email, phone })

  test('counts as their name, each of them', () => {
    const anna = married()
    expect(find([anna], row)).toEqual({ known: anna })
    expect(find([anna], rowOf({ name: 'Roth, Anna' }))).toEqual({ known: anna })
    expect(find([anna], rowOf({ name: 'Anna Kurz', email }))).toEqual(sameMail(name, email))
  })

  test('counts only where nobody is called so now', () => {
    const berg = customer({ name: 'Anna Berg' })
    expect(find([married(), berg], row)).toEqual({ known: berg })
  })

  test('does not count where the file has the present name too, in any spelling', () => {
    expect(find([married()], row, [['Lang, Anna', '']])).toEqual(sameMail(name, email))
    const anna = married()
    expect(find([anna], row, [['Anna Berg', '']])).toEqual({ known: anna })
    const joerg = customer({ name: 'Jörg Müller', email }, { earlier: { name: ['Jörg Berg'] } })
    const joergBerg = rowOf({ name: 'Jörg Berg', email })
    expect(find([joerg], joergBerg, [['Joerg Mueller', '']])).toEqual(sameMail('Jörg Müller', email))
  })

  test('does not count where the file has named them otherwise; where a line named them so, it does', () => {
    expect(find([married({ here: [2, { name: 'Anna Roth', email }] })], row)).toEqual(sameMail(name, email))
    for (const here of [{ name: 'Berg, Anna', email }, { email }]) {
      const anna = married({ here: [2, here] })
      expect(find([anna], row)).toEqual({ known: anna })
    }
  })
})

describe('a number of several lines', () => {
  const seven = (...names: readonly string[]) => names.map((one) => [one, '7'] as const)
  const [first, second] = [
    customer({ name, sourceId: '7', email: 'b@x.example' }),
    customer({ name, sourceId: '7', email }),
  ]
  const row = rowOf({ name, sourceId: '7', email, phone })

  test('is whose address or phone it has; that of one line is the first’s', () => {
    expect(find([first, second], row, seven(name))).toEqual({ known: first })
    expect(find([first, second], row, [...seven(name), [name, '8']])).toEqual({ known: first })
    expect(find([first, second], row, seven(name, 'Bert Lang'))).toEqual({ known: second })
    expect(find([first, second], row, seven(name, 'Bert Lang', 'Cora Lang'))).toEqual({ known: second })
  })

  test('is still nobody’s of another name, and the first’s where nothing tells', () => {
    const bert = customer({ name: 'Bert Lang', sourceId: '7', email })
    expect(find([bert, first], row, seven(name, name))).toEqual({ known: first })
    const bare = rowOf({ name, sourceId: '7', phone })
    expect(find([first, second], bare, seven(name, name))).toEqual({ known: first })
  })

  test('lines without any number share none', () => {
    const one = customer({ name, email, phone: otherPhone })
    const other = customer({ name, email })
    const unnumbered = rowOf({ name, email, phone })
    expect(
      find([one, other], unnumbered, [
        [name, ''],
        [name, ''],
      ]),
    ).toEqual({ known: one })
  })
})

describe('among several', () => {
  const here: More['here'] = [2, { name }]

  test('exactly the same goes first, then who already has it all', () => {
    const more = customer({ name, email, phone })
    const bare = customer({ name, email })
    expect(find([more, bare], rowOf({ name, email }))).toEqual({ known: bare })
    expect(find([bare, more], rowOf({ name: 'LANG, Anna', email, phone }))).toEqual({ known: more })
    const named = customer({ name, email, phone }, { here })
    expect(find([bare, named], rowOf({ name: 'LANG, Anna', email, phone }))).toEqual({ known: named })
  })

  test('whom the file has not named goes before whom it has, the same phone first, else the first', () => {
    const row = rowOf({ name, email, phone, city: 'Kiel' })
    const named = customer({ name, email, phone }, { here })
    const [one, another] = [customer({ name, email }), customer({ name, email, title: 'Dr.' })]
    const called = customer({ name, email, phone: '+49 30 1234567' })
    expect(find([named, one, another], row)).toEqual({ known: one })
    expect(find([named, one, another, called], row)).toEqual({ known: called })
    expect(find([named], row)).toEqual({ known: named })
  })

  test('by name alone whom the file has named is somebody else, unless the line says the same', () => {
    const named = customer({ name, city: 'Kiel' }, { here })
    expect(find([named], rowOf({ name, phone }))).toEqual(nobody)
    expect(find([named], rowOf({ name }))).toEqual({ known: named })
    const numbered = customer({ name, sourceId: '7' }, { here })
    expect(find([numbered], rowOf({ name, sourceId: '7', phone }))).toEqual({ known: numbered })
  })

  test('whom the file means as another is not found, though all on file is the same', () => {
    const kept = customer({ name, email, phone }, { here: [2, { name, email, phone: otherPhone }] })
    expect(find([kept], rowOf({ name, email, phone }))).toEqual(sameMail(name, email))
    expect(find([kept], rowOf({ name, email, phone, city: 'Kiel' }))).toEqual(sameMail(name, email))
  })
})

describe('a line without a name', () => {
  const row = rowOf({ email: 'A@x.example' }, 'yes')
  const anna = customer({ name, email, city: 'Kiel' })
  const bert = customer({ name: 'Bert Lang', email }, { consent: 'yes' })
  const cora = customer({ name: 'Cora Lang', email }, { consent: 'no' })

  test('is about whoever has the address, and nobody shares it', () => {
    expect(find([anna], row)).toEqual({ known: anna, sharing: [] })
    expect(find([], row)).toEqual(nobody)
    expect(find([anna], rowOf({ email: 'b@x.example' }))).toEqual(nobody)
  })

  test('is about whom the file named last, whatever else', () => {
    const dora = customer({ name: 'Dora Lang', email }, { here: [2, { name: 'Dora Lang', email }] })
    const emil = customer({ name: 'Emil Lang', email }, { here: [5, { name: 'Emil Lang', email }] })
    const all = [bert, dora, emil]
    expect(find(all, row, [['Emil Lang', '']])).toEqual({ known: emil, sharing: [bert, dora] })
    expect(find(all.toReversed(), row, [['Emil Lang', '']])).toEqual({ known: emil, sharing: [dora, bert] })
  })

  test('else about whom it does not name, else about who has answered so, else about the first', () => {
    expect(find([bert, anna], row, [['Bert Lang', '']])).toEqual({ known: anna, sharing: [bert] })
    expect(find([anna, cora, bert], row)).toEqual({ known: bert, sharing: [anna, cora] })
    expect(find([anna, bert, cora], rowOf({ email }, 'no'))).toEqual({ known: cora, sharing: [anna, bert] })
    expect(find([anna, cora], row)).toEqual({ known: anna, sharing: [cora] })
  })

  test('of an address as a name is named later too', () => {
    const nameless = customer({ email }, { consent: 'yes' })
    expect(find([nameless, anna], row)).toEqual({ known: anna, sharing: [nameless] })
    expect(find([nameless], row)).toEqual({ known: nameless, sharing: [] })
    expect(find([anna, nameless], rowOf({ email }))).toEqual({ known: nameless })
  })

  test('that says more than is known of them is not about them', () => {
    const kiel = { email, city: 'Kiel' }
    expect(find([bert, anna], rowOf(kiel))).toEqual({ known: anna, sharing: [bert] })
    expect(find([bert], rowOf(kiel))).toEqual(sameMail('Bert Lang', email))
  })

  test('with a number is only about who has both', () => {
    const [seven, eight] = [
      customer({ name, email, sourceId: '7' }),
      customer({ name: 'Bert Lang', email, sourceId: '8' }),
    ]
    expect(find([seven, eight], rowOf({ email, sourceId: '8' }))).toEqual({ known: eight, sharing: [] })
    expect(find([seven], rowOf({ email, sourceId: '8' }))).toEqual(sameMail(name, email))
  })

  test('is not about who had the address before', () => {
    const had = customer({ name, email: 'c@x.example' }, { earlier: { email: [email] } })
    expect(find([had], row)).toEqual(nobody)
    expect(find([had, bert], row)).toEqual({ known: bert, sharing: [] })
  })
})

test('who was entered is found by the very same line', () => {
  const one = fc.record({
    name: fc.constantFrom('', 'Anna Lang', 'Lang, Anna', 'Mr Lang', 'Jörg Müller', 'Joerg Mueller'),
    company: fc.constantFrom('', 'Nordwind', 'NORDWIND', '!?'),
    sourceId: fc.constantFrom('', '7', '8'),
    email: fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'no address'),
    phone: fc.constantFrom('', '030 1234567', '+49 30 1234567', '040 7654321'),
    city: fc.constantFrom('', 'Kiel', 'Bonn'),
  })
  const file = fc.array(one, { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(file, fc.boolean(), (lines, isHere) => {
      const people = lines.map((cells, i) => customer(cells, isHere ? { here: [i + 2, cells] } : {}))
      for (const { details, sourceId } of people)
        expect(find(people, rowOf({ ...details, sourceId })).known).toMatchObject({ details, sourceId })
    }),
    runs(50),
  )
})

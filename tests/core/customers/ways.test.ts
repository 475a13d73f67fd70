import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hasWays,
  linesOf,
  mailsOf,
  partedMails,
  wayOf,
  waysTogether,
  wayWords,
} from '../../../src/core/customers/ways.ts'
import { runs } from '../../support/runs.ts'

test('a way has its kind in brackets behind it; brackets of its own are none', () => {
  expect(wayOf('anna@work.example (work)')).toEqual({ value: 'anna@work.example', kind: 'work' })
  expect(wayOf(' Station Road 5 (2nd floor), Town ')).toEqual({
    value: 'Station Road 5 (2nd floor), Town',
    kind: '',
  })
  expect(wayOf('(030)')).toEqual({ value: '(030)', kind: '' })
})

test('of several, each stands once, however it is written; the first stays', () => {
  expect(
    waysTogether('otherMails', 'a@x.example (work), b@y.example', 'A@X.example (home); c@z.example'),
  ).toBe('a@x.example (work), b@y.example, c@z.example')
  expect(waysTogether('otherMails', 'k@KÄSE.example', 'k@xn--kse-qla.example')).toBe('k@KÄSE.example')
  expect(waysTogether('otherAddresses', 'Main St 5, Town (work)', 'main st 5  Town\nOther St 1')).toBe(
    'Main St 5, Town (work)\nOther St 1',
  )
})

test('a cell with several addresses is parted; one with anything else is not', () => {
  expect(partedMails('a@x.example; b@y.example')).toEqual({ email: 'a@x.example', otherMails: 'b@y.example' })
  expect(partedMails('a@x.example ::: b@y.example')).toEqual({
    email: 'a@x.example',
    otherMails: 'b@y.example',
  })
  for (const text of ['', 'a@x.example', 'a@x.example, call first', 'none'])
    expect(partedMails(text)).toEqual({ email: text, otherMails: '' })
})

const mail = fc.emailAddress().filter((one) => !/[,;]/.test(one))
const kind = fc.constantFrom('', 'work', 'home', 'mobile')
const ways = fc.uniqueArray(fc.record({ value: mail, kind }), {
  selector: ({ value }) => value.toLowerCase(),
})

test('what is written is read again as it was; putting together loses none and adds none twice', () => {
  fc.assert(
    fc.property(ways, ways, (some, others) => {
      const [one, other] = [some, others].map((all) => all.map(wayWords).join(', '))
      expect(mailsOf(one!)).toEqual(some)
      const both = waysTogether('otherMails', one!, other!)
      expect(hasWays('otherMails', both, one!) && hasWays('otherMails', both, other!)).toBe(true)
      expect(waysTogether('otherMails', both, other!, one!)).toBe(both)
      expect(mailsOf(both).length).toBe(
        new Set([...some, ...others].map(({ value }) => value.toLowerCase())).size,
      )
    }),
    runs(200),
  )
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      const text = waysTogether('otherAddresses', lines.join('\n'))
      expect(waysTogether('otherAddresses', text)).toBe(text)
      expect(linesOf(text).length).toBeLessThanOrEqual(lines.join('\n').split(/[\r\n]+/).length)
    }),
    runs(200),
  )
})

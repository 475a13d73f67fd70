import fc from 'fast-check'
import { expect, test } from 'vitest'
import { erasedWords, type Tells } from '../../../src/core/customers/erased-words.ts'
import { runs } from '../../support/runs.ts'

const anna: Tells = {
  names: ['Anna Berg'],
  mails: ['a.berg@x.example, Anna <home@x.example>'],
  phones: ['030 111111'],
}
const nothing: Tells = { names: [], mails: [], phones: [] }
const { sure } = erasedWords(anna, anna)

test('a text about others is without somebody where it surely means them', () => {
  expect(
    [
      'Ring Anna Berg about the key',
      'ANNA  BERG',
      'Mail home@x.example. Then 030 111111, please',
      'Ask (Anna Berg), A.BERG@X.EXAMPLE',
    ].map(sure.without),
  ).toEqual([
    'Ring a customer (erased) about the key',
    'a customer (erased)',
    'Mail a customer (erased). Then a customer (erased), please',
    'Ask (a customer (erased)), a customer (erased)',
  ])
})

test('it stays as it is where a longer name, address or number stands, or part of the name', () => {
  const texts = [
    'Call Anna Berg-Maier',
    'Marie-Anna Berg',
    'Anna Bergmann, Anna Bergs, Anna Berg’s',
    'Order Berg cheese for Anna',
    'xa.berg@x.example, a.berg@x.example.org, a.berg@x.example-shop.de',
    '030 1111112, +4930 111111, 0049 (0)30 111111, 7 030 111111',
  ]
  expect(texts.map(sure.without)).toEqual(texts)
  expect(texts.some(sure.names)).toBe(false)
})

test('a name of one word, and what others have too, is never looked for', () => {
  const rose = erasedWords({ ...anna, names: ['Rose', 'Max.'] }, { ...nothing, names: ['Rose', 'Max.'] })
  expect(rose.sure.texts).toEqual([])
  expect(rose.sure.without('Order Rose wine, Max. 12 bottles, a.berg@x.example')).toBe(
    'Order Rose wine, Max. 12 bottles, a.berg@x.example',
  )
})

test('a line about them is without them, also where only their name was in it, and others of a longer name stay whole', () => {
  const words = erasedWords(anna, nothing)
  expect(words.without('Promise to Anna Berg closed')).toBe('Promise to a customer (erased) closed')
  expect(words.without('Anna Berg-Maier and Anna Berg are two people')).toBeUndefined()
})

test('whatever is joined to a name by a sign of a word keeps it as it is; whatever is not does not', () => {
  const joined = fc.constantFrom('x', 'ß', 'é', '7', '-', '’', '_', "'", '日')
  const parted = fc.constantFrom(' ', ', ', '\n', '(', ')', '. ', '"', '/')
  const around = fc.string({ maxLength: 12 }).filter((text) => !sure.names(text))
  fc.assert(
    fc.property(around, joined, parted, around, fc.boolean(), (before, sign, gap, after, isBehind) => {
      const text = isBehind
        ? `${before}${gap}Anna Berg${sign}${after}`
        : `${before}${sign}Anna Berg${gap}${after}`
      expect(sure.without(text)).toBe(text)
      const free = `${before}${gap}Anna Berg${gap}${after}`
      expect(sure.without(free)).toBe(`${before}${gap}a customer (erased)${gap}${after}`)
    }),
    runs(300, 10_000),
  )
})

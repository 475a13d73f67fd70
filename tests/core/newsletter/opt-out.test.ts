import { expect, test } from 'vitest'
import { optedOutWords } from '../../../src/core/newsletter/opt-out-words.ts'
import { firstCode, optOutCode, optOutCodesIn, optOutLink } from '../../../src/core/newsletter/opt-out.ts'

const numbers = [firstCode + 7, firstCode + 5, firstCode + 6]
const codes = numbers.map(optOutCode)

test('all codes of a text are read, each once and in its order, also from the link of a mail', () => {
  const text = `${codes[0]} ${codes[1]!.replaceAll('-', '\u2011')}\n> ${codes[0]!.toLowerCase()}\n${optOutLink('s@x.example', codes[2]!)}`
  expect(optOutCodesIn(text)).toEqual({ numbers, misread: [] })
})

test('a code in which a sign is wrong is told; a Dutch postcode is none', () => {
  const wrong = codes[0]!.replace(/.$/, (sign) => (sign === '0' ? '2' : '0'))
  expect(optOutCodesIn(`${wrong}, NL-1234 AB Delft, ${codes[1]}`)).toEqual({
    numbers: [numbers[1]],
    misread: [wrong],
  })
})

test('whoever gets no more newsletters is named, and codes that nobody was given', () => {
  const anna = { customerId: 1, name: 'Anna' }
  const others = ['Bob', 'Cara'].map((name, i) => ({ customerId: i + 2, name }))
  expect(optedOutWords(anna)).toBe('Anna gets no more newsletters.')
  expect(optedOutWords({ ...anna, others, unknown: ['NL-1-2'], beside: ['Beside.'] })).toBe(
    'Anna, Bob and Cara get no more newsletters. This shop never gave out NL-1-2: look for that customer by name and note the no there. Beside.',
  )
})

import { expect, test } from 'vitest'
import { optedOutWords } from '../../../src/core/newsletter/opt-out-words.ts'
import { firstCode, optOutCode, optOutCodesIn, optOutLink } from '../../../src/core/newsletter/opt-out.ts'

const numbers = [firstCode + 7, firstCode + 5, firstCode + 6]
const codes = numbers.map(optOutCode)

test('all codes of a text are read, each once and in its order, also from the link of a mail', () => {
  const text = `${codes[0]} ${codes[1]!.replaceAll('-', '\u2011')}\n> ${codes[0]!.toLowerCase()}\n${optOutLink('s@x.example', 'Stop', codes[2]!)}`
  expect(optOutCodesIn(text)).toEqual({ numbers, misread: [] })
})

test('a code in which a sign is wrong is told; a Dutch postcode is none', () => {
  const wrong = codes[0]!.replace(/.$/, (sign) => (sign === '0' ? '2' : '0'))
  expect(optOutCodesIn(`${wrong}, NL-1234 AB Delft, ${codes[1]}`)).toEqual({
    numbers: [numbers[1]],
    misread: [wrong],
  })
})

test('a code is read however a mail has wrapped or written it, and nothing before it hides it', () => {
  const code = codes[1]!
  const [, digits, check] = code.split('-') as [string, string, string]
  for (const written of [
    `bob@ziggo.nl code ${code}`,
    `NL code ${code}`,
    `NL-${digits}-\n${check}`,
    `NL - ${digits} - ${check}`,
    `NL${digits}${check}`,
    `NL-${digits.slice(0, 4)} ${digits.slice(4)}-${check}`,
    `NL-${digits}\u00ad-${check}`,
    `give this code:=20=\r\n${code}`,
    `=?UTF-8?Q?Stop=20the=20newsletter=20${code}?=`,
    `=28${code}=29`,
    `code:=C2=A0${code}`,
    `code:=0A${code}`,
    `code%3A${code}`,
    `%5B${code}%5D`,
    `NL=2D${digits}=2D${check}`,
    `NL%2D${digits}%2D${check}`,
    `NL-${digits.slice(0, 3)}=\r\n${digits.slice(3)}-${check}`,
    `NL-${digits.slice(0, 4)}= ${digits.slice(4)}-${check}`,
    `> NL-${digits.slice(0, 4)}\r\n> ${digits.slice(4)}-${check}`,
    `NL-${digits.slice(0, 2)}\u200b${digits.slice(2)}-${check}`,
    `NL\u2060-\u2060${digits}\u2060-\u2060${check}`,
    `NL\uff0d${digits}\ufe63${check}`,
    `NL+${digits}+${check}`,
    `>> NL-\n>> ${digits}-\n>> ${check}`,
  ])
    expect([written, optOutCodesIn(`${codes[0]}\n${written}`)]).toEqual([
      written,
      { numbers: [numbers[0], numbers[1]], misread: [] },
    ])
  expect(optOutCodesIn(`${codes[0]} and NL-${digits} ${codes[2]}`)).toEqual({
    numbers: [numbers[0], numbers[2]],
    misread: [`NL-${digits}`],
  })
  // NLXE6V48 with FC would pass its check.
  expect(optOutCodesIn('My code: NL NL-XE6V48FC-P2.')).toEqual({ numbers: [1_011_694_576_108], misread: [] })
  expect(optOutCodesIn(`${codes[0]}, the other one was NL-${digits.slice(0, 5)}... sorry`)).toEqual({
    numbers: [numbers[0]],
    misread: [`NL-${digits.slice(0, 5)}`],
  })
  for (const postcode of ['NL-1234 AB', 'NL-1234AB', 'NL-1234, Delft'])
    expect(optOutCodesIn(`${codes[0]} ${postcode}`)).toEqual({ numbers: [numbers[0]], misread: [] })
  expect(optOutCodesIn('Wij wonen in NL Enschede, en NL is mooi.')).toEqual({ numbers: [], misread: [] })
})

test('whoever gets no more newsletters is named, and codes that nobody was given', () => {
  const anna = { customerId: 1, name: 'Anna' }
  const others = ['Bob', 'Cara'].map((name, i) => ({ customerId: i + 2, name }))
  expect(optedOutWords(anna)).toBe('Anna gets no more newsletters.')
  expect(optedOutWords({ ...anna, others, unknown: ['NL-1-2'], beside: ['Beside.'] })).toBe(
    'Anna, Bob and Cara get no more newsletters. This shop never gave out NL-1-2: look for that customer by name and note the no there. Beside.',
  )
})

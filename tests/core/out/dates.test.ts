import { expect, test } from 'vitest'
import { languages } from '../../../src/core/out/languages.ts'
import { outFormatsOf } from '../../../src/core/out/dates.ts'
import { monthNamed } from '../../../src/core/out/month-names.ts'

test.each(languages)('in %s every month is read by the name it is written with', (language) => {
  const country = { en: 'GB', de: 'AT', fr: 'CA', es: 'ES', it: 'CH', nl: 'BE' }[language]
  for (let month = 1; month <= 12; month++) {
    const date = outFormatsOf(language, country).longDate(`2026-${String(month).padStart(2, '0')}-02`)
    const name = date.match(/\p{L}{3,}/u)?.[0]
    expect(monthNamed(name!), date).toBe(month)
  }
})

test('a word of two months, or of none, is no month', () => {
  expect(['jui', 'ma', 'family', 'gen', 'mrt', 'Jänner', 'DÉC'].map(monthNamed)).toEqual([
    null,
    null,
    null,
    1,
    3,
    1,
    12,
  ])
})

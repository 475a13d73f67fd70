import type { Language } from './languages.ts'

const names = (all: string): readonly string[] => all.split(' ')

/** January to December in the other languages that customers are written to, as they stand within a sentence. */
export const spokenMonths: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: names('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  fr: names('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  es: names('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  it: names('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
  nl: names('januari februari maart april mei juni juli augustus september oktober november december'),
}

const englishMonths = names(
  'january february march april may june july august september october november december',
)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

/** Which month a word names in one of these languages, whole or from its third letter on: 1-12; null where it is none, or of two. */
export function monthNamed(word: string): number | null {
  const begins = plain(word)
  const months = [englishMonths, ...Object.values(spokenMonths)].flatMap((all) =>
    all.flatMap((name, i) => (plain(name).startsWith(begins) ? [i + 1] : [])),
  )
  if (begins === 'janner') months.push(1)
  if (['mrt', 'mrz', 'maerz'].includes(begins)) months.push(3)
  const [first = null, ...others] = begins.length < 3 ? [] : months
  return others.every((one) => one === first) ? first : null
}

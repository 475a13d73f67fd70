import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardColumns } from '../../src/core/customers/vcard/columns.ts'
import { cardsIn, type Card, type Property } from '../../src/core/customers/vcard/lines.ts'
import { cardRow } from '../../src/core/customers/vcard/read.ts'

const folder = join(import.meta.dirname, '../data/vcards')

/** Why a property fills nothing; the first that fits. */
const reasons: readonly (readonly [why: string, names: RegExp])[] = [
  ['says of which version the card is', /^VERSION$/],
  ['a picture, a sound or a key is no words', /^(?:PHOTO|LOGO|SOUND|KEY)$/],
  ['the name stands whole in FN', /^N$/],
  ['says how a name sounds, or by what it is sorted', /PHONETIC|^SORT-STRING$/],
  ['a program’s own number is not the customer’s', /^(?:UID|X-ABUID)$/],
  [
    'says when, by what or for what program the card was written',
    /^(?:REV|PRODID|MAILER|X-MS-OL-.*|X-ABSHOWAS|X-PRODID)$/,
  ],
  ['says which address a label is of, or in what country’s form it is', /^X-ABADR$/],
  ['only the label of an address that stands in ADR', /^LABEL$/],
  ['stands in another property already', /^(?:FN|ORG|TITLE|ROLE|EMAIL|TEL|ADR|URL|NOTE|X-ABLABEL)$/],
  ['a place on the map and a zone of the clock have no field', /^(?:GEO|TZ)$/],
  ['who may see the card is another program’s', /^(?:CLASS|X-CLASS)$/],
  ['of no use to a shop', /^(?:GENDER|CALURI|CALADRURI|FBURL|X-GENDER|AGENT)$/],
  ['a group that programs put everybody in', /^CATEGORIES$/],
  ['the one that is preferred is kept', /^LANG$/],
  ['a number for calling back, or of an assistant', /^X-MS-TEL$/],
  ['another program’s own', /^X-/],
]

/** What a card’s property fills: the columns that are others without it. */
function fills(card: Card, property: Property): readonly string[] {
  const { cells } = cardRow(card)
  const rest = card.properties.filter((one) => one !== property)
  const { cells: less } = cardRow({ ...card, properties: rest })
  const without = cardColumns.filter((_, i) => cells[i] !== less[i])
  if (without.length > 0 || property.name === 'N') return without
  // What stands twice, or is put together of others as well, is what it fills alone.
  const { cells: alone } = cardRow({ ...card, properties: [property] })
  return cardColumns.filter((_, i) => alone[i] !== '' && cells[i]!.includes(alone[i]!))
}

const decode = (bytes: readonly number[], charset: string, fatal: boolean) => {
  try {
    return new TextDecoder(charset, { fatal }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

/** What is taken of a file of cards, and what is left out and why. */
export function readCards(file: string) {
  const text = readFileSync(join(folder, file), 'utf8')
  const taken = new Map<string, Set<string>>()
  const left = new Map<string, string>()
  let cards = 0
  for (const card of cardsIn(text, decode)) {
    cards++
    for (const property of card.properties) {
      const { name } = property
      const columns = fills(card, property)
      if (columns.length > 0) taken.set(name, new Set([...(taken.get(name) ?? []), ...columns]))
      else if (property.value.replaceAll(';', '').trim() === '') left.set(name, 'it is empty')
      else left.set(name, reasons.find(([, names]) => names.test(name))?.[0] ?? '?')
    }
  }
  return { file, cards, taken, left }
}

export const cardFiles: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.vcf'))

function part(file: string): string {
  const { cards, taken, left } = readCards(file)
  const rows = [
    ...[...taken].map(
      ([name, columns]) =>
        `| ${name} | ${[...columns].join(', ')} | ${left.has(name) ? `some: ${left.get(name)!}` : ''} |`,
    ),
    ...[...left].filter(([name]) => !taken.has(name)).map(([name, why]) => `| ${name} | – | ${why} |`),
  ]
  return `## ${file}

${cards === 1 ? '1 card' : `${cards} cards`}.

| property | taken to | left out, and why |
|---|---|---|
${rows.join('\n')}
`
}

/** The page about the address cards of other programs. */
export const cardsPage = (): string => `# Address cards

What an import of customers reads of ${cardFiles.length} real exports (\`tests/data/vcards\`, test files of the ez-vcard project, BSD). A property is
taken to the fields that would be others without it, or that it fills by itself. Made by \`npm run cards\`; held by \`tests/main/customers/cards-page.test.ts\`, and that the
same people come back from an export by \`tests/main/customers/export.test.ts\`.

${cardFiles.map(part).join('\n')}`

export const cardsFile = join(import.meta.dirname, '../../docs/vcards.md')

/** Writes the page. */
export const writeReport = (): void => writeFileSync(cardsFile, cardsPage())

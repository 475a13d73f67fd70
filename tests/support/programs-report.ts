import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programs, readingOf, type Reading } from './programs.ts'

/** Fields of a customer as the table names them, each with the fields of an import that fill it. */
const columns: readonly (readonly [title: string, fields: readonly string[]])[] = [
  ['number', ['sourceId']],
  ['name', ['name', 'firstName', 'middleName', 'namePrefix', 'lastName']],
  ['form of address', ['formOfAddress', 'honorific']],
  ['company', ['company']],
  ['position', ['title']],
  ['mail', ['email', 'otherMails']],
  ['phone', ['phone', 'otherPhones']],
  [
    'address',
    ['street', 'houseNumber', 'houseExtension', 'streetLines', 'city', 'region', 'postcode', 'country'],
  ],
  [
    'second address',
    ['street2', 'street2Lines', 'city2', 'region2', 'postcode2', 'country2', 'otherAddresses'],
  ],
  ['birthday', ['birthday', 'birthYear', 'birthMonth', 'birthDay']],
  ['language', ['language']],
  ['notes', ['notes']],
  ['answer about mail', ['consent', 'refusal', 'more answers']],
]

const cell = (text: string): string => text.replaceAll('|', '\\|')

const row = ({ program, read }: Reading): string =>
  `| ${[
    program,
    ...columns.map(
      ([, fields]) =>
        fields
          .flatMap((field) => read.get(field) ?? [])
          .map(cell)
          .join(', ') || '–',
    ),
  ].join(' | ')} |`

function leftOut({ program, left }: Reading): string {
  const byWhy = new Map<string, { readonly column: string }[]>()
  for (const one of left) byWhy.set(one.why, [...(byWhy.get(one.why) ?? []), one])
  const words = [...byWhy].map(([why, all]) => `${all.map(({ column }) => column).join(', ')} (${why})`)
  return left.length === 0 ? `- **${program}**: nothing` : `- **${program}**: ${words.join('; ')}`
}

/** The page about files of other programs. */
export function programsPage(): string {
  const readings = programs.map(readingOf)
  return `# Files of other programs

What an import of customers reads of the files that other programs write: ${programs.length} forms, by their header rows. A dash: the
form has no such column. Made by \`npm run programs\`; for every form a file is generated, imported and looked at
(\`tests/main/customers/programs.test.ts\`). What each column about mail means, and which answer each of its words is, stands in
\`tests/core/customers/consent-column.test.ts\`; whatever is not sure is asked in the preview, where every column can be read as
something else or left out.

| program | ${columns.map(([title]) => title).join(' | ')} |
|${'---|'.repeat(columns.length + 1)}
${readings.map(row).join('\n')}

## What is left out, and why

${readings.map(leftOut).join('\n')}
`
}

export const programsFile = join(import.meta.dirname, '../../docs/programs.md')

/** Writes the page. */
export const writeReport = (): void => writeFileSync(programsFile, programsPage())

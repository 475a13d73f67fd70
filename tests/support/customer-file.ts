import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Shown } from './shown.ts'

const firstNames =
  'Maria Ana Antonio Thomas Hanna Frédérique Martín Zoë Søren Łucja İpek Jürgen 美咲 Ольга'.split(' ')
const lastNames =
  'Anders Trujillo Moreno Hardy Berglund Müller Ångström Wójcik Yıldız 佐藤 Иванова O’Brien'.split(' ')
const cities = 'Berlin München Köln Luleå London Madrid Łódź Graz'.split(' ')

/** One made customer, nobody twice: its cells in the order of {@link customerFileHeader}. */
export function customerCells(n: number): string[] {
  const first = firstNames[n % firstNames.length]!
  const last = lastNames[Math.floor(n / firstNames.length) % lastNames.length]!
  return [
    `${first} ${last} ${n}`,
    n % 4 === 0 ? `${last}, Söhne & Co. "${n}"` : '',
    `person${n}@imported.example`,
    `040 ${2_000_000 + n}`,
    `High Street ${n % 300}`,
    cities[n % cities.length]!,
    String(10_000 + (n % 90_000)),
    'Germany',
    n % 10 === 0 ? 'Prefers the early morning' : '',
  ]
}

export const customerFileHeader = 'Name,Company,E-mail,Phone,Address,City,Postcode,Country,Notes'.split(',')

/** A cell as RFC 4180 has it. */
export const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Writes lines to a file without holding them all. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  for (const line of lines) if (!file.write(`${line}\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

/** Writes a CSV of `count` made customers in UTF-8. */
export function writeCustomerFile(path: string, count: number): Promise<void> {
  return writeLines(path, customerLines(count))
}

function* customerLines(count: number): Generator<string> {
  yield customerFileHeader.join(',')
  for (let n = 0; n < count; n++) yield customerCells(n).map(quoted).join(',')
}

/** The handle of a CSV of `count` made customers, chosen as the owner does. */
export async function chosenList(t: Shown, count: number): Promise<string> {
  const file = join(t.folder, 'customers.csv')
  await writeCustomerFile(file, count)
  await t.answerDialogs({ open: file })
  return (await t.call('files.choose', { what: 'customers' }))!.handle
}

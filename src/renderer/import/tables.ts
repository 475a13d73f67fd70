import { fileLists, type ImportName, type ImportWhat, type SaveName } from '../../core/feature-calls.ts'
import type { Formats } from '../../core/formats.ts'
import type { Delimiter } from '../../core/import/delimiter.ts'
import type { Encoding } from '../../core/import/encoding.ts'
import type { ImportKind, SampleColumn } from '../../core/import/kind.ts'
import { imports } from '../../core/imports.ts'

export type { ImportWhat } from '../../core/feature-calls.ts'

interface ImportTable extends Pick<ImportKind, 'one' | 'many' | 'columns' | 'needs'> {
  readonly call: ImportName
  /** Writes what the call leaves out to a file. */
  readonly saveCall: SaveName
  /** Field -> what the owner calls it. */
  readonly fields: Readonly<Record<string, string>>
  readonly kinds: ImportKind['fields']
}

const wordsFor = ({ fields }: ImportKind) =>
  Object.fromEntries(fields.map(({ name, label }) => [name, label ?? name[0]!.toUpperCase() + name.slice(1)]))

const callOf = (what: ImportWhat): ImportName => fileLists.find((list) => list.what === what)!.call

const saveCalls: Readonly<Record<ImportWhat, SaveName>> = {
  customers: 'customers.saveRefused',
  products: 'stock.saveRefused',
  promises: 'promises.saveRefused',
  visits: 'customers.saveRefusedVisits',
}

/** What the window shows of a list. */
export function importTable(what: ImportWhat): ImportTable {
  const kind = imports[what]
  return {
    ...kind,
    call: callOf(what),
    saveCall: saveCalls[what],
    fields: wordsFor(kind),
    kinds: kind.fields,
  }
}

export const encodingWords: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big endian)',
  'windows-1252': 'Western Europe (Windows-1252)',
  'windows-1250': 'Central Europe (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
}

export const delimiterWords: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
}

/** A cell of the preview as text. */
export function shown(row: object, { key, show }: SampleColumn, formats: Formats): string {
  const value: unknown = Reflect.get(row, key)
  if (show) return show(value, formats)
  if (typeof value === 'number') return formats.number(value)
  return typeof value === 'string' ? value : ''
}

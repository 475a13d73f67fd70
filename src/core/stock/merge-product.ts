import type { Formats } from '../formats.ts'
import type { ImportedChange } from './calls.ts'
import { codeKey } from './gtin.ts'
import type { ProductLine } from './product-file.ts'
import { nameKey } from './product-name.ts'
import { broughtText, productMemory, type Brought, type ProductMemory } from './product-memory.ts'

type Change = Omit<ImportedChange, 'line' | 'name'>

/** A product while a file is taken over. */
export interface Merging extends Brought {
  name: string
  gtin: string
  sourceId: string
  category: string
  shelf: string
  supplier: string
  unit: string
  leadDays: number
  priceMills: number | null
  memory: ProductMemory
}

/** Takes over what a line says: what it leaves empty stays, what the owner chose stays, and so does a code spelled otherwise. */
export function mergeProduct(known: Merging, line: ProductLine, formats: Formats): readonly Change[] {
  const changes: Change[] = []
  const differs = (field: keyof Brought, before: string, after: string, put: () => void) => {
    const taken = productMemory.mayTake(known.memory, field, broughtText(known, field))
    // A name the owner spells otherwise is not worth a word.
    if (!taken && field === 'name' && nameKey(before) === nameKey(after)) return
    if (taken) {
      put()
      known.memory = productMemory.afterTaking(known.memory, field)
    }
    changes.push({ field, before, after, kept: taken ? null : 'owner' })
  }
  for (const field of ['name', 'category', 'shelf', 'supplier', 'unit'] as const)
    if (line[field] !== '' && line[field] !== known[field])
      differs(field, known[field], line[field], () => (known[field] = line[field]))
  if (codeKey(line.gtin) !== '' && codeKey(line.gtin) !== codeKey(known.gtin))
    differs('gtin', known.gtin, line.gtin, () => (known.gtin = line.gtin))
  const { leadDays, priceMills, sourceId } = line
  if (leadDays !== null && leadDays !== known.leadDays)
    differs(
      'leadDays',
      formats.number(known.leadDays),
      formats.number(leadDays),
      () => (known.leadDays = leadDays),
    )
  // The owner changes neither by hand.
  if (priceMills !== null && priceMills !== known.priceMills) {
    changes.push({
      field: 'price',
      before: inMoney(known.priceMills, formats),
      after: inMoney(priceMills, formats),
      kept: null,
    })
    known.priceMills = priceMills
  }
  if (sourceId !== '' && sourceId !== known.sourceId) {
    changes.push({ field: 'sourceId', before: known.sourceId, after: sourceId, kept: null })
    known.sourceId = sourceId
  }
  return changes
}

export const inMoney = (mills: number | null, formats: Formats): string =>
  mills === null ? '' : formats.price(mills)

const fieldWords: Readonly<Record<ImportedChange['field'], string>> = {
  name: 'name',
  gtin: 'code',
  category: 'category',
  shelf: 'shelf',
  supplier: 'supplier',
  unit: 'unit',
  leadDays: 'lead days',
  price: 'price',
  sourceId: 'number',
}

/** What stays as the owner has it although the file says otherwise, as a sentence. */
export function keptWords(kept: readonly Change[]): string {
  const words = kept.map(
    ({ field, before, after }) =>
      `${fieldWords[field]} ${before === '' ? 'left empty' : `“${before}”`} (the file says “${after}”)`,
  )
  return `Kept as you have it: ${words.join(', ')}.`
}

import type { ImportedChange, ProductSample } from './calls.ts'
import { plainCode } from './gtin.ts'
import { keptWords, mergeProduct, type Merging } from './merge-product.ts'
import { readProductLine, type Marks, type ProductLine } from './product-file.ts'
import { nameKey, productIndex, type Alike, type KnownProduct } from './product-match.ts'
import { productMemory, type Brought, type ProductMemory } from './product-memory.ts'

/** A product's values as an import keeps them. */
export interface PlannedProduct extends Brought, KnownProduct {
  readonly priceMinor: number | null
  readonly memory: ProductMemory
}

export interface ProductOnFile extends PlannedProduct {
  readonly id: number
}

/** What becomes of a line. */
export interface PlannedLine {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'skipped'
  readonly messages: readonly string[]
  readonly changes: readonly Omit<ImportedChange, 'line'>[]
  readonly sample: ProductSample | null
}

/** An import in the making: nothing is written, everything is known. */
export interface ProductPlan {
  take(line: number, cell: Parameters<typeof readProductLine>[0], marks: Marks): PlannedLine
  readonly added: readonly { readonly product: PlannedProduct; readonly inStock: number }[]
  /** Products on file as they are to be kept. */
  changed(): readonly ProductOnFile[]
}

interface Entry extends Merging, KnownProduct {
  readonly id: number | null
  name: string
  gtin: string
  sourceId: string
  /** The line of this file that spoke of it, and what it said. */
  seen: { readonly on: number; readonly line: ProductLine } | null
}

/** Plans an import of products line by line: one product once, nothing taken over that the owner chose. */
export function productPlan(onFile: Iterable<ProductOnFile>): ProductPlan {
  const index = productIndex<Entry>([])
  for (const product of onFile)
    index.add({
      ...product,
      seen: null,
      earlierNames: product.memory.earlier.name ?? [],
      earlierCodes: product.memory.earlier.gtin ?? [],
    })
  const added: { product: Entry; inStock: number }[] = []
  const touched = new Set<Entry>()

  function take(line: number, cell: Parameters<typeof readProductLine>[0], marks: Marks): PlannedLine {
    const { product: read, messages } = readProductLine(cell, marks)
    if (!read) return { outcome: 'skipped', messages, changes: [], sample: null }
    const named = { ...read, name: nameOf(read) }
    const find = (wanted: ProductLine) => index.find(wanted, (alike) => meant(alike, wanted))
    const holder = index.holderOf(named.gtin)
    const withCode = find(named)
    // A code that is another product's says nothing of this one.
    const product = holder === undefined || holder === withCode ? named : withoutCode(named)
    const known = product === named ? withCode : find(product)
    if (known?.seen && !bringsIdentity(known, product))
      return {
        outcome: 'skipped',
        messages: [twinWords(known, read, known.seen.on)],
        changes: [],
        sample: sampleOf(line, named),
      }
    const told = [...messages]
    if (product !== named)
      told.push(
        `${named.gtin} is the code of “${holder?.name}” already; “${named.name}” was kept without a code.`,
      )
    const said = known?.seen ? identityOf(product) : product
    return known ? update(line, known, { ...said, name: read.name }, told) : add(line, product, told)
  }

  function add(line: number, read: ProductLine, messages: string[]): PlannedLine {
    const other = read.sourceId === '' || read.gtin !== '' ? undefined : index.namesake(read)
    if (other)
      messages.push(
        `Number ${read.sourceId} is “${other.name}” on file; “${read.name}” has another name and was kept as a product of its own.`,
      )
    const { inStock, gtinValid: _, leadDays, ...rest } = read
    const values = { ...rest, leadDays: leadDays ?? 0 }
    const entry: Entry = {
      ...values,
      memory: productMemory.broughtAlong(values),
      id: null,
      seen: { on: line, line: read },
    }
    index.add(entry)
    added.push({ product: entry, inStock: inStock ?? 0 })
    return { outcome: 'added', messages, changes: [], sample: sampleOf(line, read) }
  }

  function update(line: number, known: Entry, read: ProductLine, messages: string[]): PlannedLine {
    const wasCalled = known.name
    const changes = mergeProduct(known, read)
    const kept = changes.filter((change) => change.kept !== null)
    if (nameKey(known.name) !== nameKey(wasCalled))
      messages.push(`“${wasCalled}” is renamed “${known.name}”.`)
    if (kept.length > 0) messages.push(keptWords(kept))
    known.seen ??= { on: line, line: read }
    index.add(known)
    const isChanged = changes.length > kept.length
    if (isChanged) touched.add(known)
    return {
      outcome: isChanged ? 'updated' : 'unchanged',
      messages,
      changes: changes.map((change) => ({ name: known.name, ...change })),
      sample: sampleOf(line, { ...read, name: known.name }),
    }
  }

  return {
    take,
    added,
    changed: () => [...touched].filter((entry): entry is Entry & { id: number } => entry.id !== null),
  }
}

/** How much of what two say of one name differs. */
function contradictions(one: Compared, other: Compared): number {
  const differ = (a: string | number | null, b: string | number | null) =>
    a !== '' && b !== '' && a !== null && b !== null && a !== b
  const fields = ['category', 'shelf', 'supplier', 'unit', 'priceMinor'] as const
  return fields.filter((field) => differ(one[field], other[field])).length
}

type Compared = Pick<ProductLine, 'category' | 'shelf' | 'supplier' | 'unit' | 'priceMinor'>

/**
 * Which product of its name a line means. Lines that contradict each other are several; one without code and number means one
 * with them only where it contradicts it in nothing, whatever else the file has brought since.
 */
function meant({ bare, coded, isOnly }: Alike<Entry>, line: ProductLine): Entry | undefined {
  const contradicts = (entry: Entry) => contradictions(entry.seen?.line ?? entry, line) > 0
  const isBare = line.gtin === '' && line.sourceId === ''
  const fitting = isOnly ? coded : coded.filter((entry) => isBare && !contradicts(entry))
  const best = likeliest([...bare, ...fitting], line)
  return best?.seen && contradicts(best) ? undefined : best
}

/** The one that contradicts a line least: what repeats a line is its twin, what differs is rather one not spoken of yet. */
function likeliest(alike: readonly Entry[], line: ProductLine): Entry | undefined {
  const rank = (entry: Entry) => {
    const differing = contradictions(entry.seen?.line ?? entry, line)
    return 2 * differing + ((entry.seen === null) === (differing === 0) ? 1 : 0)
  }
  const order = alike.map((entry) => ({ entry, at: rank(entry) })).toSorted((a, b) => a.at - b.at)
  return order[0]?.entry
}

/** Whether a line says the code or the number of a product of its name that had none. */
const bringsIdentity = (known: Entry, line: ProductLine): boolean =>
  nameKey(known.name) === nameKey(line.name) &&
  ((known.gtin === '' && line.gtin !== '') || (known.sourceId === '' && line.sourceId !== ''))

/** Of a line about a product that the file has spoken of before: what tells it from others. */
const identityOf = (line: ProductLine): ProductLine => ({
  ...line,
  category: '',
  shelf: '',
  supplier: '',
  unit: '',
  leadDays: null,
  priceMinor: null,
})

function twinWords(known: Entry, line: ProductLine, seenOn: number): string {
  const isCalledElse =
    line.name !== '' && nameKey(line.name) !== nameKey(known.name) && known.name !== plainCode(known.gtin)
  return isCalledElse
    ? `“${line.name}” has the code of “${known.name}” on line ${seenOn}, and a code is one product; this line was left out.`
    : `This is the same product as on line ${seenOn}, which was kept; this line was left out.`
}

const nameOf = (line: ProductLine): string => line.name || plainCode(line.gtin)

const withoutCode = (line: ProductLine): ProductLine => ({ ...line, gtin: '', gtinValid: true })

function sampleOf(line: number, product: ProductLine): ProductSample {
  const { sourceId: _, leadDays: __, ...shown } = product
  return { line, ...shown, name: nameOf(product) }
}

import { noFormats, type Formats } from '../formats.ts'
import type { ImportedChange, ProductSample } from './calls.ts'
import { codeKey, codeProblem, plainCode } from './gtin.ts'
import { inMoney, keptWords, mergeProduct, type Merging } from './merge-product.ts'
import type { ProductLine, readProductLine } from './product-file.ts'
import { matchProducts } from './product-match.ts'
import { productMemory, type Brought, type ProductMemory } from './product-memory.ts'
import { nameKey } from './product-name.ts'
import { contradictions, isSaid, spokenProducts, type Spoken } from './spoken-products.ts'

type ReadProduct = ReturnType<typeof readProductLine>

/** A product's values as an import keeps them. */
export interface PlannedProduct extends Brought {
  readonly sourceId: string
  readonly priceMills: number | null
  readonly memory: ProductMemory
}

export interface ProductOnFile extends PlannedProduct {
  readonly id: number
  /** What is left of it now. */
  readonly inStock?: number
}

/** What becomes of a line. */
export interface PlannedLine {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'skipped'
  readonly messages: readonly string[]
  readonly changes: readonly Omit<ImportedChange, 'line'>[]
  /** As it would be kept; null where a line is left out, or kept with another. */
  readonly sample: ProductSample | null
}

/** An import in the making: nothing is written, everything is known. */
export interface ProductPlan {
  /** What becomes of a line, by its place in the file; taken once each, in their order. */
  take(place: number): PlannedLine
  /** That the file's stock of products on file is not taken, when every line was; '' where it says no other. */
  stockStays(): string
  readonly added: readonly { readonly product: PlannedProduct; readonly inStock: number }[]
  /** Products on file as they are to be kept. */
  changed(): readonly ProductOnFile[]
}

interface Entry extends Merging {
  readonly id: number | null
  readonly inStock: number
}

/** A product on file of which the file says another stock, as the owner reads it. */
interface OtherStock {
  readonly name: string
  readonly here: string
  readonly inFile: string
}

/** What is kept of what a file speaks of, and what becomes of the line that is followed. */
interface Kept {
  readonly entry: Entry
  readonly planned: PlannedLine
}

/** Plans an import of products: one product once, nothing taken over that the owner chose. */
export function productPlan(
  onFile: Iterable<ProductOnFile>,
  lines: readonly { readonly line: number; readonly read: ReadProduct }[],
  formats = noFormats,
): ProductPlan {
  const known: Entry[] = [...onFile].map((product) => ({ ...product, inStock: product.inStock ?? 0 }))
  const spoken = spokenProducts(lines.map(({ read }) => read.product))
  const { matched, unclear } = matchProducts(known, spoken)
  const ofPlace = new Map(spoken.flatMap((one) => one.places.map((place) => [place, one] as const)))
  const holders = new Map(
    known.filter(({ gtin }) => gtin !== '').map((product) => [codeKey(product.gtin), product]),
  )
  const namesakes = new Map<string, Entry>()
  for (const product of known) namesakes.set(nameKey(product.name), product)
  const numbered = new Map<string, Entry>()
  for (const product of known) if (product.sourceId !== '') numbered.set(product.sourceId, product)
  const kept = new Map<Spoken, Kept>()
  const added: { product: Entry; inStock: number }[] = []
  const otherStock: OtherStock[] = []
  const touched = new Set<Entry>()

  function take(place: number): PlannedLine {
    const { read } = lines[place]!
    const one = ofPlace.get(place)
    if (!one || !read.product)
      return { outcome: 'skipped', messages: read.messages, changes: [], sample: null }
    const severals = unclear.get(one)
    if (severals) return leftOut(unclearWords(one.says, severals, formats))
    const { entry, planned } = planOf(one)
    const lead = lines[one.lead]!
    return place === one.lead ? planned : goesWith(read, entry, one.says, lead, formats)
  }

  function planOf(one: Spoken): Kept {
    const known = kept.get(one)
    if (known) return known
    const { line, read } = lines[one.lead]!
    const messages = [...read.messages]
    const product = matched.get(one)
    const says = ownCode(one.says, product, messages)
    const entry = product ?? { ...valuesOf(says), id: null }
    const planned = product ? update(line, product, says, messages) : add(line, entry, says, messages)
    if (entry.gtin !== '') holders.set(codeKey(entry.gtin), entry)
    if (entry.sourceId !== '') numbered.set(entry.sourceId, entry)
    const plan = { entry, planned }
    kept.set(one, plan)
    return plan
  }

  /** A code that is another product's says nothing of this one. */
  function ownCode(says: ProductLine, product: Entry | undefined, messages: string[]): ProductLine {
    const holder = says.gtin === '' ? undefined : holders.get(codeKey(says.gtin))
    if (!holder || holder === product) return says
    messages.push(
      `${says.gtin} is the code of “${holder.name}” already; “${says.name}” was kept without a code.`,
    )
    return { ...says, gtin: '', gtinValid: true }
  }

  function add(line: number, entry: Entry, says: ProductLine, messages: string[]): PlannedLine {
    const other = says.sourceId === '' || says.gtin !== '' ? undefined : numbered.get(says.sourceId)
    if (other && nameKey(other.name) !== nameKey(says.name))
      messages.push(
        `Number ${says.sourceId} is “${other.name}” on file; “${says.name}” has another name and was kept as a product of its own.`,
      )
    const namesake = namesakes.get(nameKey(says.name))
    if (namesake)
      messages.push(
        `Another “${namesake.name}”${toldBy(namesake, formats)} is on file; this one${toldBy(entry, formats)} was kept as a product of its own.`,
      )
    added.push({ product: entry, inStock: entry.inStock })
    return { outcome: 'added', messages, changes: [], sample: sampleOf(line, entry, says.inStock) }
  }

  function update(line: number, known: Entry, says: ProductLine, messages: string[]): PlannedLine {
    const wasCalled = known.name
    const changes = mergeProduct(known, says, formats)
    const kept = changes.filter((change) => change.kept !== null)
    if (nameKey(known.name) !== nameKey(wasCalled))
      messages.push(`“${wasCalled}” is renamed “${known.name}”.`)
    if (kept.length > 0) messages.push(keptWords(kept))
    const isChanged = changes.length > kept.length
    if (isChanged) touched.add(known)
    const { name, inStock } = known
    const [here, inFile] = [formats.number(inStock), formats.number(says.inStock ?? inStock)]
    if (here !== inFile) otherStock.push({ name, here, inFile })
    return {
      outcome: isChanged ? 'updated' : 'unchanged',
      messages,
      changes: changes.map((change) => ({ name, ...change })),
      sample: sampleOf(line, known, inStock),
    }
  }

  return {
    take,
    stockStays: () => otherStockWords(otherStock, formats),
    added,
    changed: () => [...touched].filter((entry): entry is Entry & { id: number } => entry.id !== null),
  }
}

/** What tells a product from another of its name. */
function toldBy({ gtin, sourceId, category, priceMills }: PlannedProduct, formats: Formats): string {
  const identity = [gtin && `code ${gtin}`, sourceId && `number ${sourceId}`].filter(Boolean)
  const told = identity.length > 0 ? identity : [category, inMoney(priceMills, formats)].filter(Boolean)
  return told.length === 0 ? '' : ` (${told.join(', ')})`
}

function unclearWords({ name }: ProductLine, products: readonly PlannedProduct[], formats: Formats): string {
  const priced = products.flatMap(({ priceMills }) =>
    priceMills === null ? [] : [inMoney(priceMills, formats)],
  )
  const told = priced.length === products.length && priced.length <= 5 ? ` (${priced.join(', ')})` : ''
  return `${formats.number(products.length)} products on file are called “${name}”${told}, and nothing tells which of them this is; the line was left out.`
}

/** A further line of a product that was kept: left out, or, where it says more than the others, kept with them. */
function goesWith(
  { product: read, messages }: ReadProduct,
  entry: Entry,
  says: ProductLine,
  lead: { readonly line: number; readonly read: ReadProduct },
  formats: Formats,
): PlannedLine {
  const lost = lostWords(read!, says, lead, formats)
  if (!saysMore(read!, lead.read.product!)) return leftOut(twinWords(entry, read!, lead.line) + lost)
  const words = `This is the same product as on line ${lead.line}; both lines were kept as one.${lost}`
  return { outcome: 'unchanged', messages: [...messages, words], changes: [], sample: null }
}

const leftOut = (message: string): PlannedLine => ({
  outcome: 'skipped',
  messages: [message],
  changes: [],
  sample: null,
})

const lostFields = {
  category: 'category',
  shelf: 'shelf',
  supplier: 'supplier',
  unit: 'unit',
  priceMills: 'price',
  leadDays: 'lead days',
  inStock: 'in stock',
} as const

/** What a further line says otherwise, as a sentence behind another; '' where nothing of it is lost. */
function lostWords(
  read: ProductLine,
  says: ProductLine,
  lead: { readonly line: number; readonly read: ReadProduct },
  formats: Formats,
): string {
  const shown = (line: ProductLine, field: keyof typeof lostFields): string => {
    if (field === 'priceMills') return inMoney(line.priceMills, formats)
    const said = line[field] ?? ''
    return typeof said === 'number' ? formats.number(said) : said
  }
  const lost = (Object.keys(lostFields) as (keyof typeof lostFields)[])
    .filter((field) => isSaid(read[field]) && read[field] !== says[field])
    .map((field) => {
      const followed = shown(lead.read.product!, field)
      return `${lostFields[field]} ${shown(read, field)}${followed && ` (line ${lead.line}: ${followed})`}`
    })
  return lost.length === 0 ? '' : ` Not taken from it: ${lost.join(', ')}.`
}

/** Whether a line says something of its product that the first one does not, and contradicts it in nothing. */
const saysMore = (line: ProductLine, first: ProductLine): boolean =>
  contradictions(line, first) === 0 &&
  (
    [
      'gtin',
      'sourceId',
      'category',
      'shelf',
      'supplier',
      'unit',
      'leadDays',
      'priceMills',
      'inStock',
    ] as const
  ).some((field) => (first[field] ?? '') === '' && (line[field] ?? '') !== '')

function twinWords(known: Entry, line: ProductLine, seenOn: number): string {
  const isCalledElse =
    line.name !== '' && nameKey(line.name) !== nameKey(known.name) && known.name !== plainCode(known.gtin)
  return isCalledElse
    ? `“${line.name}” has the code of “${known.name}” on line ${seenOn}, and a code is one product; this line was left out.`
    : `This is the same product as on line ${seenOn}, which was kept; this line was left out.`
}

function valuesOf(says: ProductLine): Omit<Entry, 'id'> {
  const { name, gtin, sourceId, category, shelf, supplier, unit, priceMills } = says
  const values = { name, gtin, category, shelf, supplier, unit, leadDays: says.leadDays ?? 0 }
  const memory = productMemory.broughtAlong(values)
  return { ...values, sourceId, priceMills, memory, inStock: says.inStock ?? 0 }
}

/** Only what is done with a product changes the stock of one that is on file. */
function otherStockWords(all: readonly OtherStock[], formats: Formats): string {
  const [first] = all
  if (!first) return ''
  const { name, here, inFile } = first
  const many = all.length === 1 ? '' : `${formats.number(all.length)} products that are on file, such as `
  return `The file has another stock of ${many}“${name}”: ${inFile} instead of ${here}. It is not taken over; a file brings stock only of new products.`
}

/** A product as it would be kept. */
function sampleOf(line: number, entry: Entry, inStock: number | null): ProductSample {
  const { name, gtin, category, shelf, supplier, unit, priceMills } = entry
  const gtinValid = gtin === '' || codeProblem(gtin) === ''
  return { line, name, gtin, gtinValid, category, shelf, supplier, unit, priceMills, inStock }
}

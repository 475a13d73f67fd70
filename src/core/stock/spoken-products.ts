import { codeKey, namesOneProduct, plainCode } from './gtin.ts'
import type { ProductLine } from './product-file.ts'
import { nameKey } from './product-name.ts'

/** A product as a file speaks of it, on one line or several. */
export interface Spoken {
  /** What its lines say together. */
  readonly says: ProductLine
  /** Places in the file of the lines that speak of it, in their order. */
  readonly places: readonly number[]
  /** The place of the line that is followed where they say different things; the same in whatever order they stand. */
  readonly lead: number
  /** What its lines call it, as keys of names. */
  readonly names: ReadonlySet<string>
}

interface Gathering {
  says: ProductLine
  places: number[]
  readonly lead: number
  readonly names: Set<string>
}

/**
 * The products a file speaks of, whatever the order of its lines. Lines with one GTIN are one product, so are those of one name
 * with one other code or number; a line with neither means the one of its name that it contradicts in nothing, and else another.
 */
export function spokenProducts(lines: readonly (ProductLine | null)[]): readonly Spoken[] {
  const identified = new Map<string, Gathering>()
  const byName = new Map<string, Gathering[]>()
  const begin = (line: ProductLine, place: number): Gathering => ({
    says: { ...line, name: spokenName(line) },
    places: [place],
    lead: place,
    names: new Set([nameOf(line)]),
  })
  const placed = lines
    .flatMap((line, place) => (line ? [{ line, place, says: saysOf(line), words: wordsOf(line) }] : []))
    // Nothing hangs on the order of the lines: those that say most come first.
    .toSorted((a, b) => b.says - a.says || compare(a.words, b.words) || byNumbers(a.line, b.line))

  const gather = (line: ProductLine, place: number, key: string) => {
    const same = identified.get(key)
    const product = same ?? begin(line, place)
    if (same) join(same, line, place)
    identified.set(key, product)
    if (!byName.get(nameOf(line))?.includes(product)) enter(byName, nameOf(line), product)
  }
  const coded = placed
    .filter(({ line }) => line.gtin !== '')
    .toSorted((a, b) => compare(codeKey(a.line.gtin), codeKey(b.line.gtin)))
  for (const { line, place } of coded) {
    const code = codeKey(line.gtin)
    const key = namesOneProduct(line.gtin) ? code : `${code} ${nameOf(line)}`
    gather(line, place, key)
    const number = numberKey(line)
    if (line.sourceId !== '' && !identified.has(number)) identified.set(number, identified.get(key)!)
  }
  for (const { line, place } of placed)
    if (line.gtin === '' && line.sourceId !== '') gather(line, place, numberKey(line))

  for (const { line, place } of placed) {
    if (hasIdentity(line)) continue
    const alike = (byName.get(nameOf(line)) ?? [])
      .filter(({ says }) => contradictions(says, line) === 0 && !differ(says.inStock, line.inStock))
      .toSorted((a, b) => compare(identityOf(a.says), identityOf(b.says)))
    // Of several it could be, it is one only where it says nothing that this one did not.
    const meant = alike.length > 1 && hasIdentity(alike[1]!.says) ? alike.find(repeats(line)) : alike[0]
    if (meant) join(meant, line, place)
    else enter(byName, nameOf(line), begin(line, place))
  }
  const all = new Set([...byName.values()].flat())
  for (const one of all) one.places.sort((a, b) => a - b)
  return [...all].toSorted((a, b) => a.places[0]! - b.places[0]!)
}

const hasIdentity = (line: ProductLine): boolean => line.gtin !== '' || line.sourceId !== ''

const repeats =
  (line: ProductLine) =>
  ({ says }: Gathering): boolean =>
    [...compared, 'inStock' as const].every((field) => !isSaid(line[field]) || line[field] === says[field])

/** A further line of a product: what it says is taken where nothing was said, unless it contradicts. */
function join(product: Gathering, line: ProductLine, place: number): void {
  product.places.push(place)
  product.names.add(nameOf(line))
  if (product.says.name === plainCode(product.says.gtin) && line.name !== '')
    product.says = { ...product.says, name: line.name }
  const { says } = product
  if (contradictions(says, line) > 0) return
  product.says = {
    ...says,
    gtin: says.gtin || line.gtin,
    gtinValid: says.gtin === '' ? line.gtinValid : says.gtinValid,
    sourceId: says.sourceId || line.sourceId,
    category: says.category || line.category,
    shelf: says.shelf || line.shelf,
    supplier: says.supplier || line.supplier,
    unit: says.unit || line.unit,
    leadDays: says.leadDays ?? line.leadDays,
    priceMills: says.priceMills ?? line.priceMills,
    inStock: says.inStock ?? line.inStock,
  }
}

/** The texts that tell products of one name apart. */
const comparedTexts = ['category', 'shelf', 'supplier', 'unit'] as const
export type ComparedText = (typeof comparedTexts)[number]

/** All that tells them apart. */
export const compared = [...comparedTexts, 'priceMills'] as const
type Compared = Pick<ProductLine, (typeof compared)[number]>

export const isSaid = (value: string | number | null): boolean => value !== '' && value !== null
const differ = (a: string | number | null, b: string | number | null): boolean =>
  isSaid(a) && isSaid(b) && a !== b

/** In how many details two that have one name differ; what is not said differs from nothing. */
export const contradictions = (one: Compared, other: Compared): number =>
  compared.reduce((count, field) => (differ(one[field], other[field]) ? count + 1 : count), 0)

/** Whether they differ in the price alone, which changes more often than what a thing is. */
export const differsInPrice = (one: Compared, other: Compared): boolean =>
  contradictions(one, other) === 1 && differ(one.priceMills, other.priceMills)

/** In how many details two say the same. */
export const agreements = (one: Compared, other: Compared): number =>
  compared.filter((field) => isSaid(one[field]) && one[field] === other[field]).length

/** The name a line's product goes by: its code where it has none. */
export const spokenName = (line: ProductLine): string => line.name || plainCode(line.gtin)

const nameOf = (line: ProductLine): string => nameKey(spokenName(line))
const numberKey = (line: ProductLine): string => `# ${line.sourceId} ${nameOf(line)}`
const saysOf = (line: ProductLine): number =>
  compared.filter((field) => isSaid(line[field])).length + (line.inStock === null ? 0 : 1)
/** What a line says, first what changes least. */
const wordsOf = (line: ProductLine): string =>
  JSON.stringify([line.name, line.gtin, line.sourceId, ...comparedTexts.map((field) => line[field])])

/** Of lines that differ in nothing else, the higher price and the larger stock come first. */
function byNumbers(a: ProductLine, b: ProductLine): number {
  const more = (field: 'priceMills' | 'inStock' | 'leadDays') => (b[field] ?? 0) - (a[field] ?? 0)
  return more('priceMills') || more('inStock') || more('leadDays')
}
const identityOf = (line: ProductLine): string =>
  JSON.stringify([line.gtin === '' && line.sourceId === '', codeKey(line.gtin), line.sourceId])

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function enter<V>(index: Map<string, V[]>, key: string, value: V): void {
  const same = index.get(key)
  if (same) same.push(value)
  else index.set(key, [value])
}

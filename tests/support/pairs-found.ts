import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CustomerPair } from '../../src/core/customers/answers.ts'
import { labelledPairs, type LabelledPair, type Told } from './labelled-pairs.ts'

/** What became of the pairs of one kind. */
export interface Figures {
  readonly kind: string
  readonly isOne: boolean
  readonly pairs: number
  /** Known as one by the import itself. */
  joined: number
  proposed: number
}

export interface Found {
  readonly kinds: readonly Figures[]
  /** Records of two pairs that were proposed, or made one by the import. */
  readonly across: number
  readonly joinedAcross: number
}

/** The calls that are needed, of a shop that is open. */
interface Shop {
  readonly folder: string
  call(name: 'customers.importFile', input: { path: string; commit: boolean }): Promise<unknown>
  call(
    name: 'customers.pairs',
    input: { limit: number; offset: number },
  ): Promise<{ readonly rows: readonly CustomerPair[] }>
  notes(): Promise<readonly string[]>
  compare(): Promise<unknown>
}

const columns = [
  'Number',
  'Name',
  'Company',
  'E-mail',
  'Phone',
  'Street',
  'Postcode',
  'City',
  'Notes',
] as const

const line = (told: Told, note: string): string =>
  [told.number, told.name, told.company, told.mail, told.phone, told.street, told.postcode, told.city, note]
    .map((cell) => `"${cell ?? ''}"`)
    .join(',')

/** Imports both lists of the labelled pairs, and says what became of each kind. */
export async function pairsFound(shop: Shop, all: readonly LabelledPair[] = labelledPairs()): Promise<Found> {
  for (const side of ['first', 'second'] as const) {
    const path = join(shop.folder, `${side}.csv`)
    const lines = all.map((pair, n) => line(pair[side], `record ${n}${side}`))
    writeFileSync(path, [columns.join(','), ...lines].join('\n'))
    await shop.call('customers.importFile', { path, commit: true })
  }
  await shop.compare()
  const kinds = new Map<string, Figures>()
  for (const { kind, isOne } of all) {
    const known = kinds.get(kind)
    kinds.set(kind, { kind, isOne, joined: 0, proposed: 0, pairs: (known?.pairs ?? 0) + 1 })
  }
  const pairsIn = (notes: string) => [
    ...new Set([...notes.matchAll(/record (\d+)/g)].map(([, n]) => Number(n))),
  ]
  let [across, joinedAcross] = [0, 0]
  for (const notes of await shop.notes()) {
    const records = notes.match(/record/g)?.length ?? 0
    const [pair, ...others] = pairsIn(notes)
    if (others.length > 0) joinedAcross++
    else if (records > 1) kinds.get(all[pair!]!.kind)!.joined++
  }
  for (let offset = 0; ; offset += 100) {
    const { rows } = await shop.call('customers.pairs', { limit: 100, offset })
    for (const { one, other } of rows) {
      const [a, b] = [pairsIn(one.notes)[0]!, pairsIn(other.notes)[0]!]
      if (a === b) kinds.get(all[a]!.kind)!.proposed++
      else across++
    }
    if (rows.length < 100) return { kinds: [...kinds.values()], across, joinedAcross }
  }
}

/** Of what was proposed, how much was right; of who is one person, how many were found, by the import itself or as a proposal. */
export function precisionAndRecall({ kinds, across }: Found) {
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
  const [same, two] = [kinds.filter(({ isOne }) => isOne), kinds.filter(({ isOne }) => !isOne)]
  const right = sum(same.map(({ proposed }) => proposed))
  const wrong = sum(two.map(({ proposed }) => proposed)) + across
  const found = right + sum(same.map(({ joined }) => joined))
  return {
    right,
    wrong,
    precision: right / (right + wrong),
    recall: found / sum(same.map(({ pairs }) => pairs)),
  }
}

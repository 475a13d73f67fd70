import type { CustomerRow } from './import-row.ts'
import type { Asked, Entry } from './compared.ts'
import type { Known } from './known.ts'
import { detailNames, type CustomerDetails } from './person.ts'
import { shortestNational } from './phones.ts'

/** Those of one name at one company; `bySign` where they are too many to be looked at one by one. */
interface Named {
  readonly all: Known[]
  bySign: Map<string, Known[]> | null
}

const manyOfOneName = 16

/** Customers by a key of their name; `entryOf` answers one that is filed here. */
export function namesakes(entryOf: (known: Known) => Entry) {
  const byKey = new Map<string, Named>()
  const named = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  return {
    /** Files one under a key, and again whenever they change. */
    file(key: string, entry: Entry): void {
      const these = byKey.get(key)
      // Most names are one person's: no list is longer than it must be, no table made before it is of use.
      if (!these) return void byKey.set(key, { all: [entry.known], bySign: null })
      fileIn(these.all, entry.known)
      if (these.all.length <= manyOfOneName) return
      const unsigned = these.bySign ? [entry] : these.all.map(entryOf)
      const bySign = (these.bySign ??= new Map<string, Known[]>())
      for (const one of unsigned) for (const sign of signsOf(one)) file(bySign, sign, one.known)
    },
    /** Those of these keys who say the same as a row. */
    same: (keys: readonly string[], row: CustomerRow): readonly Known[] =>
      named(keys)
        .flatMap(({ all, bySign }) => (bySign ? listed(bySign, wholeSign(row.sourceId, row)) : all))
        .filter((known) => saysTheSame(known, row)),
    /** Those of these keys whom nothing that is looked at first speaks against. */
    like: (keys: readonly string[], asked: Asked): readonly Known[] =>
      named(keys).flatMap(({ all, bySign }) =>
        bySign ? signsFor(asked).flatMap((sign) => listed(bySign, sign)) : all,
      ),
  }
}

/** By what a name is filed besides, so that thousands of one name are found as fast as others. */
function signsOf({ known, phones, mails, cities }: Entry): readonly string[] {
  const ends = phones.map(({ bare }) => bare.slice(-shortestNational))
  const filed = (sign: string, values: readonly string[]) => {
    const given = values.filter((value) => value !== '')
    return given.length === 0 ? [sign] : given.map((value) => sign + value)
  }
  return [
    '',
    wholeSign(known.sourceId, known.details),
    ...filed('phone ', ends),
    ...filed('mail ', mails),
    ...filed('city ', cities),
  ]
}

/** Where to look for whoever does not contradict: under the same sign, and under none. */
function signsFor({ phones, mails, city, company }: Asked): readonly string[] {
  if (phones.length > 0)
    return ['phone ', ...phones.map(({ bare }) => `phone ${bare.slice(-shortestNational)}`)]
  if (mails.length > 0) return ['mail ', ...mails.map((mail) => `mail ${mail}`)]
  return city !== '' && company === '' ? ['city ', `city ${city}`] : ['']
}

/** A file of nothing but "Cash customer" must not take for ever. */
export const mostAlike = 1000

export function file(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list) fileIn(list, known)
  else map.set(key, [known])
}

function fileIn(list: Known[], known: Known): void {
  if (list.length < mostAlike && !list.includes(known)) list.push(known)
}

export const listed = (map: ReadonlyMap<string, Known[]>, key: string): readonly Known[] => map.get(key) ?? []

const wholeSign = (sourceId: string, details: CustomerDetails): string =>
  ['whole', sourceId, ...detailNames.map((name) => details[name])].join('\n')

const saysTheSame = ({ sourceId, details }: Known, row: CustomerRow): boolean =>
  sourceId === row.sourceId && detailNames.every((name) => details[name] === row[name])

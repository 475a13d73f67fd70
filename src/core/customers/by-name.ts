import type { CustomerRow } from './import-row.ts'
import type { Asked, Entry } from './compared.ts'
import type { Known } from './known.ts'
import { detailNames, type CustomerDetails } from './person.ts'
import { shortestNational } from './phones.ts'

/** Those of one name at one company; `bySign` where they are too many to be looked at one by one. */
interface Named {
  readonly all: Known[]
  readonly bySign: Map<string, Known[]>
}

const manyOfOneName = 16

/** Customers by a key of their name; `entryOf` answers one that is filed here. */
export function namesakes(entryOf: (known: Known) => Entry) {
  const byKey = new Map<string, Named>()
  const named = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  return {
    /** Files one under a key, and again whenever they change. */
    file(key: string, entry: Entry): void {
      let these = byKey.get(key)
      if (!these) byKey.set(key, (these = { all: [], bySign: new Map() }))
      const { all, bySign } = these
      fileIn(all, entry.known)
      if (all.length <= manyOfOneName) return
      const unsigned = bySign.size === 0 ? all.map(entryOf) : [entry]
      for (const one of unsigned) for (const sign of signsOf(one)) file(bySign, sign, one.known)
    },
    /** Those of these keys who say the same as a row. */
    same: (keys: readonly string[], row: CustomerRow): readonly Known[] =>
      named(keys)
        .flatMap(({ all, bySign }) =>
          bySign.size === 0 ? all : listed(bySign, wholeSign(row.sourceId, row)),
        )
        .filter((known) => saysTheSame(known, row)),
    /** Those of these keys whom nothing that is looked at first speaks against. */
    like: (keys: readonly string[], asked: Asked): readonly Known[] =>
      named(keys).flatMap(({ all, bySign }) =>
        bySign.size === 0 ? all : signsFor(asked).flatMap((sign) => listed(bySign, sign)),
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

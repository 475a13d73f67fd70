import type { Formats } from '../../core/formats.ts'

type Ids = ReadonlySet<number>

/** Whom a bulk act reaches: who is chosen and found; who is chosen and not shown is said, and only taken along when asked. */
export interface Choice {
  readonly reached: readonly number[]
  readonly hidden: number
  /** Whether all that were found are chosen, and whether anybody is. */
  readonly all: boolean
  readonly some: boolean
  readonly says: string
}

/** `found` is everybody the search finds, drawn or not; undefined while that is read. */
export function choiceOf(chosen: Ids, found: Ids | undefined, withHidden: boolean, formats: Formats): Choice {
  const shown = found ? [...chosen].filter((id) => found.has(id)) : []
  const hidden = found ? chosen.size - shown.length : 0
  return {
    reached: found === undefined ? [] : withHidden ? [...chosen] : shown,
    hidden,
    all: found !== undefined && found.size > 0 && shown.length === found.size,
    some: chosen.size > 0,
    says:
      found === undefined ? count(chosen.size, formats) : sayOf(shown.length, hidden, withHidden, formats),
  }
}

/** The choice after its box was pressed: all that were found, or none of them; who is not shown stays as they were. */
export const allFound = (chosen: Ids, found: Ids, isChosen: boolean): Ids =>
  isChosen ? new Set([...chosen, ...found]) : without(chosen, found)

/** The choice without some. */
export const without = (chosen: Ids, gone: Ids): Ids => new Set([...chosen].filter((id) => !gone.has(id)))

const count = (n: number, { number }: Formats): string => `${number(n)} chosen`

function sayOf(shown: number, hidden: number, withHidden: boolean, formats: Formats): string {
  if (hidden === 0) return count(shown, formats)
  return withHidden
    ? `${count(shown + hidden, formats)}, ${formats.number(hidden)} of them not shown`
    : `${count(shown, formats)}, ${formats.number(hidden)} more not shown`
}

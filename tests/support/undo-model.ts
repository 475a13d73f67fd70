import { dispatch, type Answer } from '../../src/main/store/dispatch.ts'
import type { FileShop } from '../../src/main/store/engines/sqlite/open-file.ts'
import { loggedTables } from '../../src/main/store/schema.ts'

/** The rows of a shop, each under its table and id, as one string. */
export type Rows = ReadonlyMap<string, string>

/** Whose hand: two PCs with the same shop. */
export type Hand = 'here' | 'there'

/** An act as an onlooker knows it: the rows it touched, seen before and after it was first done. */
export interface SeenAct {
  readonly id: number
  readonly says: string
  readonly hand: Hand
  readonly before: Rows
  readonly after: Rows
  stands: boolean
  /** The ids by which it was told, oldest first: its own, and one for each turn. */
  readonly told: number[]
  /** What lay on each of its rows, from below, when it was taken back. */
  readonly left: Map<string, readonly number[]>
}

/** A shop seen from outside, with an expectation of it that knows nothing of a change log. */
export interface Onlooker {
  readonly acts: readonly SeenAct[]
  rows: Rows
  /** Makes a write, and sees what it did. */
  doNew(hand: Hand, name: string, input: unknown): Promise<void>
  /** The act that Ctrl+Z of a hand takes back. */
  newestOf(hand: Hand): SeenAct | undefined
  /** The act that Ctrl+Y of a hand brings back. */
  lastUndoneOf(hand: Hand): SeenAct | undefined
  /** Turns an act round by one of the calls for it, and compares what came of it with what was to be expected. */
  turn(hand: Hand, act: SeenAct, call: 'shop.undo' | 'shop.redo', input: { actId?: number }): Promise<string>
  send(hand: Hand, name: string, input: unknown): Promise<Answer>
}

const tables = loggedTables

/** Starts to look on; acts from before are none of its business. */
export function lookOn(shop: FileShop, clock: () => number): Onlooker {
  const statements = tables.map(
    (table) => [table, shop.connection.prepare(`SELECT * FROM ${table}`).raw()] as const,
  )
  const look = (): Rows =>
    new Map(
      statements.flatMap(([table, all]) =>
        (all.all() as unknown[][]).map(
          (row) => [`${table} ${row[0] as number}`, JSON.stringify(row)] as const,
        ),
      ),
    )
  const acts: SeenAct[] = []
  /** Which acts lie on each row, from below. */
  const piles = new Map<string, number[]>()
  /** All that stand, in the order in which they were done or done again. */
  let standing: SeenAct[] = []
  const undone: Record<Hand, SeenAct[]> = { here: [], there: [] }
  const touched = (act: SeenAct) => [...new Set([...act.before.keys(), ...act.after.keys()])]
  const send = (hand: Hand, name: string, input: unknown) =>
    dispatch({ ...shop, madeAt: hand }, name, input, { now: clock(), zone: 'Europe/Berlin' })

  const seen: Onlooker = {
    acts,
    rows: look(),
    send,
    newestOf: (hand) => standing.findLast((act) => act.hand === hand),
    lastUndoneOf: (hand) => undone[hand].at(-1),

    async doNew(hand, name, input) {
      const { act } = await send(hand, name, input)
      if (!act) return
      const now = look()
      const differing = [...new Set([...seen.rows.keys(), ...now.keys()])].filter(
        (key) => seen.rows.get(key) !== now.get(key),
      )
      const part = (rows: Rows) =>
        new Map(differing.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)!]] : [])))
      const one: SeenAct = {
        id: act.id,
        says: act.says,
        hand,
        before: part(seen.rows),
        after: part(now),
        stands: true,
        told: [act.id],
        left: new Map(),
      }
      acts.push(one)
      standing.push(one)
      undone[hand] = []
      for (const key of differing) piles.set(key, [...(piles.get(key) ?? []), one.id])
      seen.rows = now
    },

    async turn(hand, act, call, input) {
      const expected = new Map(seen.rows)
      const [from, to] = act.stands ? [act.after, act.before] : [act.before, act.after]
      for (const key of from.keys()) expected.delete(key)
      for (const [key, row] of to) expected.set(key, row)
      const problem = expectedProblem(act, expected)
      const { result, act: turned } = await send(hand, call, input)
      const wanted = problem ?? 'ok'
      const got = result.ok ? 'ok' : result.problem.code
      const rows = look()
      if (got !== wanted) return `${call} of ${act.says}: ${got} instead of ${wanted}`
      if (!result.ok && !isTrue(act, result.problem.message))
        return `${call} of ${act.says}: ${result.problem.message}`
      if (!sameRows(rows, problem ? seen.rows : expected)) return `${call} of ${act.says}: the rows differ`
      if (problem) return ''
      const called = act.stands ? `Undone: ${act.says}` : `Back again: ${act.says}`
      if (turned?.says !== called) return `${turned?.says} instead of ${called}`
      seen.rows = rows
      act.told.push(turned.id)
      for (const one of ['here', 'there'] as const) undone[one] = undone[one].filter((other) => other !== act)
      standing = standing.filter((other) => other !== act)
      if (act.stands) {
        undone[hand].push(act)
        for (const key of touched(act)) act.left.set(key, piles.get(key)!.slice(0, -1))
        for (const key of touched(act)) piles.set(key, piles.get(key)!.slice(0, -1))
      } else {
        standing.push(act)
        for (const key of touched(act)) piles.set(key, [...piles.get(key)!, act.id])
      }
      act.stands = !act.stands
      return ''
    },
  }

  /** What a refusal says of the act it names: one that has to come back is undone, one that came after it stands. */
  function isTrue(act: SeenAct, words: string): boolean {
    const [, needed] = /^It needs “(.*)”, which is undone/.exec(words) ?? []
    const [, later] = /^“(.*)” came after it/.exec(words) ?? []
    const shares = (other: SeenAct) =>
      other !== act &&
      (touched(other).some((key) => touched(act).includes(key) || needsRow(act, key)) ||
        touched(act).some((key) => needsRow(other, key)))
    const named = (says: string, stands: boolean) =>
      acts.some((other) => other.says === says && other.stands === stands && shares(other))
    if (needed !== undefined) return named(needed, false)
    return later === undefined || named(later, true)
  }

  /** A touch is with a customer. */
  const needsRow = (act: SeenAct, key: string): boolean =>
    [...act.before, ...act.after].some(
      ([own, row]) => own.startsWith('touches ') && key === `customers ${fieldsOf(row)[1] as number}`,
    )

  /** An act comes off only from the top of each of its piles, and goes back only on the pile it came off. */
  function expectedProblem(act: SeenAct, expected: Rows): string | undefined {
    for (const key of touched(act)) {
      const pile = piles.get(key)!
      const fits = act.stands
        ? pile.at(-1) === act.id
        : pile.length === act.left.get(key)!.length && pile.every((id, i) => id === act.left.get(key)![i])
      if (!fits) return 'changed-since'
    }
    const codes = [...expected].flatMap(([key, row]) =>
      key.startsWith('products ') && fieldsOf(row)[2] !== '' ? [fieldsOf(row)[2]] : [],
    )
    if (new Set(codes).size < codes.length) return 'in-the-way'
    const isLost = [...expected].some(
      ([key, row]) => key.startsWith('touches ') && !expected.has(`customers ${fieldsOf(row)[1] as number}`),
    )
    return isLost ? 'belongs-together' : undefined
  }
  return seen
}

const fieldsOf = (row: string) => JSON.parse(row) as unknown[]

const sameRows = (a: Rows, b: Rows): boolean =>
  a.size === b.size && [...a].every(([key, row]) => b.get(key) === row)

import type { ImportedPromise } from '../../core/promises/calls.ts'
import { dayAt, localAt } from '../../core/day.ts'
import { doneOn, isBeforeMade, isDoneOtherwise } from '../../core/promises/done.ts'
import { finishedAt } from '../../core/promises/outcome.ts'
import { doneBeforeMade, nameless, type PromiseLine } from '../../core/promises/promise-file.ts'
import {
  calledIn,
  isUnnamed,
  namesPerson,
  numberIn,
  withLine,
  wordsOf,
  writtenCustomer,
  type SaidCustomer,
} from '../../core/promises/said-customer.ts'
import { haveOneNumber } from '../../core/promises/same-customer.ts'
import { promiseImport } from '../../core/promises/import.ts'
import { agreesOnCustomer, isToldAlike, type Place } from '../../core/promises/same-promise.ts'
import { defaultTarget } from '../../core/promises/target.ts'
import type { Told } from '../../core/promises/told.ts'
import type { Kept } from '../../core/import/kind.ts'
import type { Outcome } from '../../core/import/report.ts'
import { customersNumbered } from '../customers/edge.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import type { NewRow, Row } from '../store/schema.ts'
import type { Line } from './import-lines.ts'
import { comparing, type Known } from './import-places.ts'
import { everCalled, holderOf, type Named } from './numbered.ts'

/** What becomes of a line. */
interface Taken {
  readonly outcome: Outcome
  readonly told: readonly string[]
  readonly sample: (() => ImportedPromise) | null
}

interface Changed {
  readonly id: number
  readonly changes: Partial<Row<'promises'>>
}

/** Takes the lines of a file one by one, and keeps what came of them in the end. */
export function promisesKeeper(context: Context) {
  const added: NewRow<'promises'>[] = []
  const changed: Changed[] = []
  const retold: Changed[] = []
  const byNumber = new Map<string, Named[]>()
  return {
    /** Reads the customers of the lines, before the first is taken. */
    async meet(lines: readonly Line[]): Promise<void> {
      const numbers = [...new Set(lines.map(({ customer }) => numberIn(customer)))]
      await inSlices(context, numbers, comparing, async (some) => {
        for (const row of await customersNumbered(context.db, some))
          byNumber.set(row.sourceId, [...(byNumber.get(row.sourceId) ?? []), row])
      })
    },

    /** A line with what the customer of its number is called, where it names nobody itself. */
    met(line: Line): Line {
      const { customer } = holder(line.customer)
      return customer && line.customer.name === '' ? { ...line, alsoCalled: everCalled(customer) } : line
    },

    take(line: Line, place: Place<Known>): Taken {
      if (place.is === 'again')
        return {
          outcome: 'skipped',
          told: [`This is the promise of line ${place.of} again. It was left out.`],
          sample: null,
        }
      const { promise } = line
      const { customer, said } = holder(place.is === 'new' ? line.customer : namedBy(place.known, line))
      const isOpen = place.is === 'new' || isNobodys(place.known, line)
      const told = said !== null && isOpen ? [said] : []
      if (place.is === 'new') {
        if (place.beside)
          told.push(
            promise.numbered
              ? besideWords(promise.sourceId, place.beside)
              : otherNameWords(line.customer, place.beside.customer),
          )
        if (place.alike !== null) told.push(`This says the same as line ${place.alike}. Both were kept.`)
        const row = newRow(line, customer)
        added.push(row)
        const madeAtMs = line.madeAtMs
        return { outcome: 'added', told, sample: () => sampleOf(promise, { ...row, madeAtMs }, context.zone) }
      }
      const { changes, problem } = changesOf(place.known, line, customer, context.zone)
      if (problem) told.push(problem)
      if (isNamedOtherwise(place.known, line))
        told.push(
          `The file names ${calledIn(line.customer)}. It is the promise that was kept for ${place.known.kept.customer}.`,
        )
      if (!isToldAlike(place.known, line)) {
        told.push('The file has another told date. The first one was kept.')
        const changes = retoldBy(place.known, line)
        if (changes) retold.push({ id: place.known.id, changes })
      }
      if (isClosedOtherwise(place.known, line, context.zone))
        told.push('The file says it was done at another time. The one on file was kept.')
      if (changes) changed.push({ id: place.known.id, changes })
      const row = { ...rowOf(place.known), ...changes }
      return {
        outcome: changes ? 'updated' : 'unchanged',
        told,
        sample: () => sampleOf(promise, row, context.zone),
      }
    },

    async write(): Promise<Kept> {
      const { keeping } = promiseImport.doing
      const all = [...changed, ...retold]
      const total = added.length + all.length
      const before = all.length
      await inSlices(context, all, keeping, updateSome, { total })
      await inSlices(context, added, keeping, addSome, { total, before })
      return { added: added.length, updated: changed.length }
    },
  }

  function holder(named: SaidCustomer): ReturnType<typeof holderOf> {
    return holderOf(named, byNumber.get(numberIn(named)) ?? [])
  }

  async function updateSome(some: readonly Changed[]): Promise<void> {
    for (const { id, changes } of some)
      await context.db.updateTable('promises').set(changes).where('id', '=', id).execute()
  }

  async function addSome(some: readonly NewRow<'promises'>[]): Promise<void> {
    await context.insertMany('promises', some)
  }
}

const besideWords = (number: string, { what, customer }: Told): string =>
  `Number ${number} is another promise already${what === '' ? '' : `: ${what}`}${isUnnamed(customer) ? '' : `, to ${calledIn(customer)}`}. Both were kept.`

const otherNameWords = (customer: SaidCustomer, other: SaidCustomer): string =>
  `The same is promised to ${calledIn(other)} under the number ${numberIn(customer)}. Both were kept.`

/** Whether a line of the same number calls the customer of a promise otherwise, and nobody else knows them so. */
const isNamedOtherwise = (known: Known, line: Line): boolean =>
  haveOneNumber(known.customer, line.customer) && !agreesOnCustomer(known, line)

/** Whom a line names by its own number, also where only an earlier file said the name. */
const namedBy = ({ customer: known }: Known, { customer }: Line): SaidCustomer =>
  customer.name === '' && customer.company === ''
    ? { ...customer, name: known.name, company: known.company }
    : customer

type Customer = Named | undefined

const newRow = (line: Line, customer: Customer) =>
  ({
    customerId: customer?.id ?? null,
    name: customer?.name ?? calledIn(line.customer),
    what: line.promise.what,
    sourceId: line.promise.sourceId,
    sourceCustomer: writtenCustomer(line.customer),
    sourceWhat: line.what,
    sourceMade: line.made,
    sourceTold: line.told,
    madeAtMs: line.madeAtMs ?? line.toldAtMs,
    toldAtMs: line.toldAtMs,
    targetAtMs: defaultTarget(line.madeAtMs ?? line.toldAtMs, line.toldAtMs),
    doneAtMs: line.doneAtMs,
    doneDayOnly: line.doneAtMs !== null && line.promise.done.length === 10 ? 1 : 0,
    onTime: line.doneAtMs === null ? null : line.doneAtMs <= line.toldAtMs ? 1 : 0,
  }) satisfies NewRow<'promises'>

interface Changes {
  readonly changes: Partial<Row<'promises'>> | null
  readonly problem?: string
}

/** Whose it is was not found yet; where the owner said who, it is theirs. */
const isNobodys = ({ customerId, customer, kept }: Known, line: Line): boolean =>
  customerId === null &&
  (kept.customer === ''
    ? isUnnamed(customer)
    : [...wordsOf(customer), line.customer.name, line.customer.company].includes(kept.customer))

/** What a line says first of who and what it is about. */
function saidFirst(known: Known, line: Line): Partial<Row<'promises'>> {
  const before = writtenCustomer(known.customer)
  const after = writtenCustomer(withLine(known.customer, line.customer))
  const called = calledIn(line.customer)
  const isAsSaid = known.kept.customer === calledIn(known.customer)
  const isBare =
    ['', numberIn(line.customer)].includes(known.kept.customer) ||
    (isAsSaid && namesPerson(known.customer, line.customer))
  const names = isBare && isNobodys(known, line) && called !== known.kept.customer && called !== ''
  const isThing = !line.promise.numbered && known.what === '' && line.what !== ''
  return {
    ...(after !== before && { sourceCustomer: after }),
    ...(names && { name: called }),
    ...(isThing && { sourceWhat: line.what }),
    ...(isThing && known.kept.what === nameless('') && { what: line.what }),
  }
}

/** What a line knows of a promise kept before: that it was done, and whose it is. */
function changesOf(known: Known, line: Line, customer: Customer, zone: string): Changes {
  const { readyAtMs, toldAtMs } = known
  const closes = line.doneAtMs !== null && known.doneAtMs === null && known.brokenAtMs === null
  const done = closes ? doneOn(line.promise.done, readyAtMs, zone) : null
  const isTooEarly =
    done && isBeforeMade({ madeAtMs: known.madeAtMs ?? toldAtMs, toldAtMs, firstToldAtMs: null }, done, zone)
  const finds = customer !== undefined && isNobodys(known, line)
  const changes = {
    ...saidFirst(known, line),
    ...(done &&
      !isTooEarly && {
        doneAtMs: done.atMs,
        doneDayOnly: done.dayOnly ? (1 as const) : (0 as const),
        onTime: finishedAt({ doneAtMs: done.atMs, readyAtMs })! <= toldAtMs ? (1 as const) : (0 as const),
      }),
    ...(finds && { customerId: customer.id, name: customer.name }),
  }
  return {
    changes: Object.keys(changes).length > 0 ? changes : null,
    ...(isTooEarly && { problem: doneBeforeMade }),
  }
}

const isClosedOtherwise = ({ doneAtMs, ...known }: Known, line: Line, zone: string): boolean =>
  doneAtMs !== null &&
  line.doneAtMs !== null &&
  isDoneOtherwise({ ...known, doneAtMs }, line.promise.done, zone)

/** A told time that a file says of a numbered promise once it was moved: by it that file is known again, whatever became of the promise. */
const retoldBy = ({ told, alsoTold }: Known, { told: now, promise }: Line): Changed['changes'] | null =>
  promise.numbered && !alsoTold.includes(now) ? { sourceTold: [told, ...alsoTold, now].join(' ') } : null

/** What a preview shows of a promise; the day it was made is null where no file said it. */
interface Shown {
  readonly name: string
  readonly what: string
  readonly madeAtMs: number | null
  readonly toldAtMs: number
  readonly doneAtMs: number | null
  readonly doneDayOnly: 0 | 1
}

const rowOf = ({ kept, madeAtMs, toldAtMs, doneAtMs }: Known): Shown => ({
  name: kept.customer,
  what: kept.what,
  madeAtMs,
  toldAtMs,
  doneAtMs,
  doneDayOnly: kept.doneDayOnly ? 1 : 0,
})

/** A promise as it would be kept. */
function sampleOf(
  { sourceId, numbered }: PromiseLine,
  { name, what, madeAtMs, toldAtMs, doneAtMs, doneDayOnly }: Shown,
  zone: string,
): ImportedPromise {
  const written = (atMs: number | null) => (atMs === null ? '' : localAt(atMs, zone).replace('T', ' '))
  return {
    id: numbered ? sourceId : '',
    customer: name,
    what,
    made: written(madeAtMs),
    told: written(toldAtMs),
    done: doneAtMs !== null && doneDayOnly ? dayAt(doneAtMs, zone) : written(doneAtMs),
  }
}

import { dayAt } from '../../core/day.ts'
import { customerImport } from '../../core/customers/import.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { importSource } from '../../core/customers/import-source.ts'
import type { ImportPlan } from '../../core/customers/import-plan.ts'
import type { Known } from '../../core/customers/known.ts'
import { foldedCustomer, mailKey } from '../../core/customers/person.ts'
import { personOf } from '../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../core/customers/whose.ts'
import type { Kept } from '../../core/import/kind.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import { noteAnswers } from './answers-kept.ts'
import { adoptNoes } from './channel-noes.ts'
import { goneIds, writeFormers } from './former.ts'
import {
  keepFiledNoes,
  keepingNoes,
  keepNoes,
  noKeys,
  noteOwnNoes,
  type Said,
  type SaidAgain,
} from './keep-noes.ts'
import { keepReturned } from './returned.ts'
import type { allNoes } from './suppression.ts'

type Noes = Awaited<ReturnType<typeof allNoes>>

const size = 100

/** Writes what an import plans, in slices. */
export async function writePlan(
  context: Context,
  plan: ImportPlan,
  noes: Noes,
  fileName: string,
): Promise<Kept> {
  const { added } = plan
  const changed = plan.changed()
  // The noes are still to come.
  const total = added.length + changed.length + 1
  const words = customerImport.doing.keeping
  const said = { day: dayAt(context.now, context.zone), source: importSource(fileName) }
  const answer = ({ consent, answered, answeredBy }: Known) => ({
    mailConsent: consent,
    mailConsentDay: answered ? said.day : '',
    mailConsentSource: answered ? importSource(fileName, answeredBy) : '',
  })
  const ids = new Map<Known, number>()
  const addSome = async (some: readonly Known[]) => {
    const given = await context.insertMany(
      'customers',
      some.map((known) => ({ ...columns(known), ...answer(known), createdAtMs: context.now })),
    )
    for (const [i, known] of some.entries()) ids.set(known, given[i]!)
  }
  const updateSome = async (some: typeof changed) => {
    const update = (known: (typeof changed)[number]) => ({ id: known.id, ...columns(known) })
    await context.updateMany('customers', some.filter((known) => !known.answered).map(update))
    await context.updateMany(
      'customers',
      some.filter((known) => known.answered).map((known) => ({ ...update(known), ...answer(known) })),
    )
  }
  await inSlices(context, added, words, addSome, { size, total })
  await adoptNoes(
    context,
    changed.map(({ id }) => id),
  )
  await inSlices(context, changed, words, updateSome, { size, total, before: added.length })
  await adoptNoes(context, [...ids.values()])
  await writeFormers(context, plan.formers())
  const idOf = (known: Known) => known.id ?? ids.get(known)!
  const fresh: Said[] = []
  const again: SaidAgain[] = []
  const owners: Said[] = []
  const refusing = new Set<number>()
  const goneIdOf = await goneIds(context.db)
  await inSlices(context, plan.refusing(), keepingNoes, (some) => {
    for (const { known, sayer, keys, isOwners } of some) {
      const whose = whoseOf(sayer)
      const customerId = sayer === known ? idOf(known) : goneIdOf(sayer.id)
      for (const emailKey of keys) {
        const no = { customerId, emailKey, ...said, whose }
        const before = noes.filed(no)
        const joined = before && joinedSigns(whose, before.whose)
        const isNews = before === undefined || before.day < said.day || before.whose !== joined
        if (isOwners) owners.push(no)
        else if (joined === undefined) fresh.push(no)
        else if (isNews) again.push({ ...said, id: before!.id, whose: joined })
        if (!isOwners && isNews) refusing.add(idOf(known))
      }
    }
  })
  await keepFiledNoes(context, fresh, again)
  await noteOwnNoes(
    context,
    [...refusing].map((customerId) => ({ ...said, customerId })),
  )
  const answering = [...added, ...changed].filter(
    (known) => known.answered && (known.consent !== 'no' || !refusing.has(idOf(known))),
  )
  await inSlices(context, answering, keepingNoes, (some) =>
    noteAnswers(
      context,
      some.map((known) => ({
        customerId: idOf(known),
        channel: 'email',
        answer: known.consent,
        day: said.day,
        source: importSource(fileName, known.answeredBy),
      })),
    ),
  )
  // Of the list as a whole the owner said it, and an undo takes it back.
  await inSlices(context, owners, keepingNoes, (some) => keepNoes(context, some))
  // A no goes along to an address that the file brings.
  const moved = changed.flatMap((known) => {
    const own = noes.of(known.id)
    if (!own) return []
    const { day, source } = own
    return noKeys(known.details)
      .map((emailKey) => ({ customerId: known.id, emailKey }))
      .filter((no) => !noes.isKept(no))
      .map((no) => ({ ...no, day, source, whose: whoseOf(known) }))
  })
  await context.insertMany('suppressions', moved)
  await inSlices(context, [...added, ...plan.touched()], keepingNoes, async (some) => {
    for (const known of some) {
      const returned = plan.returned(known)
      // The signs of everybody would take as long as all the rest.
      if (returned.length > 0) await keepReturned(context, { ...signed(known), id: idOf(known) }, returned)
    }
  })
  return { added: added.length, updated: changed.length }
}

const whoseOf = (known: Known): string => whoseSigns(personOf(known))

const signed = (known: Known) => ({ ...known.details, whose: whoseOf(known) })

const columns = ({ details, sourceId, memory }: Known) => ({
  ...details,
  sourceId,
  folded: foldedCustomer(details),
  emailKey: mailKey(details.email),
  ...customerMemory.write(memory),
})

import { dayAt } from '../../core/day.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { importSource } from '../../core/customers/import-source.ts'
import type { ImportPlan, Returned } from '../../core/customers/import-plan.ts'
import type { Known } from '../../core/customers/known.ts'
import { foldedCustomer, mailKey } from '../../core/customers/person.ts'
import { personOf } from '../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../core/customers/whose.ts'
import type { Context } from '../store/context.ts'
import { keepFiledNoes, noKeys, type allNoes, type Said } from './suppression.ts'

type Noes = Awaited<ReturnType<typeof allNoes>>

const slice = 100

/** Writes what an import plans, in slices, and names the act. */
export async function writePlan(
  context: Context,
  plan: ImportPlan,
  noes: Noes,
  fileName: string,
): Promise<void> {
  const { added } = plan
  const changed = plan.changed()
  const total = added.length + changed.length
  const words = 'Keeping the customers'
  const said = { day: dayAt(context.now, context.zone), source: importSource(fileName) }
  const answer = ({ consent, answered, answeredBy }: Known) => ({
    mailConsent: consent,
    mailConsentDay: answered ? said.day : '',
    mailConsentSource: answered ? importSource(fileName, answeredBy) : '',
  })
  const ids = new Map<Known, number>()
  for (let at = 0; at < added.length; at += slice) {
    const rows = added.slice(at, at + slice)
    const given = await context.insertMany(
      'customers',
      rows.map((known) => ({ ...columns(known), ...answer(known), createdAtMs: context.now })),
    )
    for (const [i, known] of rows.entries()) ids.set(known, given[i]!)
    await context.step(at + rows.length, total + 1, words)
  }
  for (let at = 0; at < changed.length; at += slice) {
    const rows = changed.slice(at, at + slice)
    const update = (known: (typeof rows)[number]) => ({ id: known.id, ...columns(known) })
    await context.updateMany('customers', rows.filter((known) => !known.answered).map(update))
    await context.updateMany(
      'customers',
      rows.filter((known) => known.answered).map((known) => ({ ...update(known), ...answer(known) })),
    )
    await context.step(added.length + at + rows.length, total + 1, words)
  }
  const refusing = plan.refusing()
  const all = [...refusing].flatMap(([known, keys]) => {
    const customerId = known.id ?? ids.get(known)!
    const whose = whoseOf(known)
    return [...keys].map((emailKey) => ({ customerId, emailKey, ...said, whose }))
  })
  const again = all.flatMap((one): readonly Said[] => {
    const before = noes.filed(one)
    if (!before) return []
    const whose = joinedSigns(one.whose, before.whose)
    return before.day < said.day || before.whose !== whose ? [{ ...one, whose }] : []
  })
  await keepFiledNoes(
    context,
    all.filter((one) => noes.filed(one) === undefined),
    again,
  )
  // A no goes along to an address that the file brings.
  const moved = changed.flatMap((known) => {
    const own = noes.of(known.id)
    const no = { customerId: known.id, emailKey: mailKey(known.details.email) }
    return own && !noes.isKept(no) ? [{ ...no, day: own.day, source: own.source, whose: whoseOf(known) }] : []
  })
  await context.insertMany('suppressions', moved)
  for (const known of [...added, ...plan.touched()])
    await keepReturned(context, known, known.id ?? ids.get(known)!, plan.returned(known))
  context.say(saysImport(added.length, changed.length, fileName))
}

/** Whoever said a no and was gone is on file again: it is theirs, for the address they have now as well. */
export async function keepReturned(
  context: Context,
  known: Known,
  customerId: number,
  returned: readonly Returned[],
): Promise<void> {
  for (const { no, isSure } of returned) {
    if (isSure) await context.updateMany('suppressions', [{ id: no.id, customerId }])
    const keys = noKeys(known.details.email).filter((key) => !isSure || (key !== '' && key !== no.emailKey))
    const { day, source } = no
    await context.insertMany(
      'suppressions',
      keys.map((emailKey) => ({ customerId, emailKey, day, source, whose: whoseOf(known) })),
    )
  }
}

const whoseOf = (known: Known): string => whoseSigns(personOf(known))

const columns = ({ details, sourceId, memory }: Known) => ({
  ...details,
  sourceId,
  folded: foldedCustomer(details),
  emailKey: mailKey(details.email),
  ...customerMemory.write(memory),
})

function saysImport(added: number, updated: number, fileName: string): string {
  if (updated === 0) return `${counted(added)} imported from ${fileName}`
  if (added === 0) return `${counted(updated)} updated from ${fileName}`
  return `${counted(added)} imported and ${updated} updated from ${fileName}`
}

const counted = (n: number): string => (n === 1 ? '1 customer' : `${n} customers`)

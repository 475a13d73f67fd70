import { dayAt } from '../../core/day.ts'
import type { ImportPlan } from '../../core/customers/import-plan.ts'
import type { Known } from '../../core/customers/match.ts'
import { foldedCustomer, mailKey } from '../../core/customers/person.ts'
import type { Context } from '../store/context.ts'

const slice = 100

/** Writes what an import plans, in slices, and names the act. */
export async function writePlan(context: Context, plan: ImportPlan, fileName: string): Promise<void> {
  const { added } = plan
  const changed = plan.changed()
  const total = added.length + changed.length
  const words = 'Keeping the customers'
  const answer = ({ consent, answered }: Known) => ({
    mailConsent: consent,
    mailConsentDay: answered ? dayAt(context.now, context.zone) : '',
    mailConsentSource: answered ? `Imported from ${fileName}` : '',
  })
  for (let at = 0; at < added.length; at += slice) {
    const rows = added.slice(at, at + slice)
    context.insertMany(
      'customers',
      rows.map((known) => ({ ...columns(known), ...answer(known), createdAtMs: context.now })),
    )
    await context.step(at + rows.length, total + 1, words)
  }
  for (let at = 0; at < changed.length; at += slice) {
    const rows = changed.slice(at, at + slice)
    const update = (known: (typeof rows)[number]) => ({ id: known.id, ...columns(known) })
    context.updateMany('customers', rows.filter((known) => !known.answered).map(update))
    context.updateMany(
      'customers',
      rows.filter((known) => known.answered).map((known) => ({ ...update(known), ...answer(known) })),
    )
    await context.step(added.length + at + rows.length, total + 1, words)
  }
  context.say(saysImport(added.length, changed.length, fileName))
}

const columns = ({ details, sourceId }: Known) => ({
  ...details,
  sourceId,
  folded: foldedCustomer(details),
  emailKey: mailKey(details.email),
})

function saysImport(added: number, updated: number, fileName: string): string {
  if (updated === 0) return `${counted(added)} imported from ${fileName}`
  if (added === 0) return `${counted(updated)} updated from ${fileName}`
  return `${counted(added)} imported and ${updated} updated from ${fileName}`
}

const counted = (n: number): string => (n === 1 ? '1 customer' : `${n} customers`)

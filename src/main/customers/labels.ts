import { mayReach, whyNotWords, type Way } from '../../core/customers/may-reach.ts'
import { dayAt } from '../../core/day.ts'
import { isEnvelope } from '../../core/customers/labels/forms.ts'
import { mostLabels, tooManyLabels, type LabelSheet } from '../../core/customers/labels/sheet.ts'
import { addressesHtml } from '../../core/customers/labels/to-html.ts'
import { addressLines, hasAddress } from '../../core/letters/address.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import { reachRows, wayOf } from './consent-file.ts'
import { mailWay } from './mail-rows.ts'
import { standings } from './standing.ts'

/** Those who are left out that an answer carries. */
const mostLeft = 20

const aSlice = 500

/** Address labels or envelopes: of everybody chosen who may be written to, or of all who get no mail. */
export const labels: Handler<'customers.labels'> = async (context, { customerIds, form, start, sender }) => {
  const { shop } = context
  const found = await addressees(context, [...new Set(customerIds)])
  if (found.to.length > mostLabels) return fail('too-many', tooManyLabels)
  if (found.to.length === 0)
    return fail(
      'nobody',
      customerIds.length === 0
        ? 'Nobody needs a label: everybody with a postal address gets the newsletter by mail, or may not be written to.'
        : `Of those chosen nobody can be written to by post${found.left[0] ? `: ${found.left[0].why}` : ''}. Nothing was printed.`,
    )
  const lines = (shop?.address ?? '').split(/\n|,\s*/).filter((line) => line.trim() !== '')
  const html = addressesHtml(
    form,
    {
      to: found.to,
      used: start - 1,
      sender: isEnvelope(form) && sender ? [shop?.name ?? '', ...lines] : [],
    },
    isEnvelope(form) ? 'Envelopes' : 'Address labels',
  )
  return ok({
    html,
    count: found.to.length,
    left: found.left.slice(0, mostLeft),
    leftCount: found.left.length,
  })
}

/** The addresses in the order of the list, and who is left out. Of all who get no mail, whoever has no postal address is not spoken of. */
async function addressees(context: Context, chosen: readonly number[]) {
  const { db, now, zone, formats, shop } = context
  const today = dayAt(now, zone)
  const everybody = await standings(db)
  const to: (readonly string[])[] = []
  const left: LabelSheet['left'][number][] = []
  const isChosen = chosen.length > 0
  for (let after = 0, slice = 0; ; slice++) {
    const some = chosen.slice(slice * aSlice, (slice + 1) * aSlice)
    if (isChosen && some.length === 0) break
    const rows = await reachRows(db)
      .select(['company', 'formOfAddress', 'region', 'language'])
      .$if(isChosen, (query) => query.where('id', 'in', some))
      .$if(!isChosen, (query) => query.where('id', '>', after).where('street', '<>', '').limit(aSlice))
      .orderBy('id')
      .execute()
    const answers = await everybody.of(rows, 'post')
    for (const row of rows) {
      if (!isChosen && row.held === 'yes' && mailWay(row) === 'good') continue
      const way: Way = hasAddress(row) ? wayOf(row, 'post') : 'none'
      const consent = answers.get(row.id)?.answer ?? 'unasked'
      const reach = mayReach({ ...row, consent, way }, 'post', today)
      if (reach.may) to.push(addressLines(row, shop?.country ?? ''))
      else
        left.push({ customerId: row.id, name: row.name, why: whyNotWords(reach.why, 'post', row, formats) })
    }
    if (isChosen) continue
    const last = rows.at(-1)
    if (!last || to.length > mostLabels) break
    after = last.id
    await context.step(0, 1, 'Looking for addresses')
  }
  return { to, left }
}

import type { CustomerReport, CustomerSample } from '../../core/customers/answers.ts'
import type { FieldChange } from '../../core/customers/merge.ts'
import { customerImport } from '../../core/customers/import.ts'
import type { CustomerField } from '../../core/customers/import-fields.ts'
import { mailOf, type MailChoices } from '../../core/customers/import-mail.ts'
import { birthdayReader } from '../../core/customers/import-birthday.ts'
import { importPlan, type ImportPlan as Customers } from '../../core/customers/import-plan.ts'
import { phoneCells } from '../../core/customers/phone-cells.ts'
import type { Known } from '../../core/customers/known.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { dayAt } from '../../core/day.ts'
import { importer } from '../import/importer.ts'
import type { ImportFile, ImportPlan } from '../import/plan.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import { formerCustomers } from './former.ts'
import { writePlan } from './import-write.ts'
import { planColumns, valuesForPlan } from './rows.ts'
import { allNoes } from './suppression.ts'

/** Reads a table of customers, and keeps it when `commit` is set. */
export const importFile = importer(customerImport, planOf)

type Change = FieldChange & { readonly name: string }
type Besides = Omit<CustomerReport, keyof ImportReport<unknown>>

async function planOf(
  context: Context,
  file: ImportFile<CustomerField>,
  choices: MailChoices,
): Promise<ImportPlan<CustomerField, CustomerSample, Besides, Change>> {
  const { cell, mapping } = file
  const phones = phoneCells(file.sheet, mapping)
  const noes = await allNoes(context)
  const plan = importPlan(noes)
  const aside = await readExisting(context, plan)
  const mail = mailOf(file, choices)
  const people = new Set<Known>()
  const column = (field: string) => mapping[field]
  const thisYear = Number(dayAt(context.now, context.zone).slice(0, 4))
  const birthday = birthdayReader(cell, file.readings.orderOf('birthday'), thisYear)
  return {
    hear: ({ cells }) => plan.foretell((field) => cell(cells, field), column),
    take({ line, cells }) {
      const planned = plan.take(line, (field) => cell(cells, field), column, {
        mail: mail.answer(cells),
        phones: phones.byColumn(cells),
        birthday: birthday(cells),
      })
      const { known, outcome, messages } = planned
      if (!known) return { outcome, messages, changes: [], sample: null }
      people.add(known)
      const { name: called } = known.details
      return {
        outcome,
        messages,
        changes: planned.changes.map((change) => ({ name: called, ...change })),
        sample() {
          // What a later line brings, and a no in it, holds for the earlier ones too.
          const { name, company, email, phone, city, country } = known.details
          const { consent: mailConsent, why: mailWhy } = plan.held(known)
          return { line, outcome, name, company, email, phone, city, country, mailConsent, mailWhy }
        },
      }
    },
    aboutFile: mail.unread,
    besides({ changes, changeCount, readings: { dates } }) {
      const consents = { yes: 0, no: 0, unasked: 0 }
      for (const known of people) consents[plan.held(known).consent]++
      const asideHere = [...people].filter(({ id }) => id !== null && aside.has(id)).length
      return {
        changes,
        changeCount,
        consents,
        dates,
        wholeList: mail.wholeList,
        aside: asideHere,
        mailColumns: mail.columns,
        mailBrought: mail.brought(),
      }
    },
    write: () => writePlan(context, plan, noes, file.name),
  }
}

/** Tells the plan of everybody on file; answers who of them is put aside. */
async function readExisting({ db, step }: Context, plan: Customers): Promise<ReadonlySet<number>> {
  const aside = new Set<number>()
  const formers = await formerCustomers(db)
  const kept = new Map<number, Known | undefined>(formers.map(({ customerId }) => [customerId, undefined]))
  const read = (after: number) =>
    db
      .selectFrom('customers')
      .select([...planColumns, 'asideSinceMs'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
  for await (const page of pages(read)) {
    for (const { asideSinceMs, ...row } of page) {
      const known = plan.onFile(row.id, valuesForPlan(row))
      if (kept.has(row.id)) kept.set(row.id, known)
      if (asideSinceMs !== null) aside.add(row.id)
    }
    await step(0, 1, 'Comparing with the customers on file')
  }
  for (const { id, customerId, values } of formers) {
    const known = kept.get(customerId)
    if (known) plan.onFormer(known, id, values)
  }
  return aside
}

import { open } from 'node:fs/promises'
import Papa from 'papaparse'
import { exportCells, exportFileName, exportHeader, type ExportForm } from '../../core/customers/exported.ts'
import { detailNames } from '../../core/customers/person.ts'
import { cardOf, type CardPerson } from '../../core/customers/vcard/write.ts'
import { asCell } from '../../core/import/mapping.ts'
import { ok } from '../../core/result.ts'
import { newFile } from '../new-file.ts'
import type { Context, FilingHandler } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import { consentHeld, saidNo } from './suppression.ts'

/** Customers that were written to a file. */
interface Exported {
  readonly file: string
  readonly customers: number
}

/**
 * Writes everybody who is a customer to a new file in the chosen folder, under another name until it is whole; nothing that is there
 * is touched. It changes nothing in the shop, and is no act.
 */
export const exportFile: FilingHandler<'customers.exportFile', Exported> = {
  async prepare(context, { folder, as }) {
    const { name, extension } = exportFileName(as)
    const written = await newFile({ folder, name, ending: `.${extension}` }, (partial) =>
      writeAll(context, partial, as),
    )
    return written.ok ? ok({ file: written.value.file, customers: written.value.answer }) : written
  },
  answer: (exported) => exported,
  write: (_context, _input, exported) => Promise.resolve(ok(exported)),
  discard: () => Promise.resolve(),
}

const aSlice = 500

async function writeAll({ db, step }: Context, path: string, as: ExportForm): Promise<number> {
  const { n: total } = await db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('asideSinceMs', 'is', null)
    .executeTakeFirstOrThrow()
  const read = (after: number) =>
    db
      .selectFrom('customers')
      .select(['id', 'sourceId', ...detailNames])
      .select((eb) => [consentHeld(eb).as('held'), saidNo(eb).as('saidNo')])
      .where('asideSinceMs', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(aSlice)
      .execute()
  const file = await open(path, 'w')
  let written = 0
  try {
    // A mark tells spreadsheets the letters.
    if (as === 'csv') await file.write(`\ufeff${csvOf([exportHeader])}`)
    for await (const page of pages(read)) {
      // A no of somebody else is not theirs, and a yes beside it is none that another program may write to.
      const people = page.map(({ held, saidNo: isOwnNo, ...person }): CardPerson => ({
        ...person,
        newsletter: isOwnNo === 1 ? 'no' : held === 'yes' ? 'yes' : '',
      }))
      await file.write(
        as === 'csv'
          ? csvOf(people.map(exportCells))
          : people.map((person) => cardOf(person, as === 'vcard4' ? '4.0' : '3.0')).join(''),
      )
      written += people.length
      await step(written, total, 'Writing the customers')
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return written
}

/** Cells that a spreadsheet would take for a formula get the mark for text, which an import takes off again. */
const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(marked)),
    { newline: '\r\n' },
  )}\r\n`

const marked = (text: string): string => {
  const plain = text.trim()
  return /^[=+\-@]/.test(plain) ? `'${plain}` : asCell(plain)
}

import { writeFile } from 'node:fs/promises'
import type { customersCalls } from '../../core/customers/calls.ts'
import { personSheet } from '../../core/customers/person-file.ts'
import { ok } from '../../core/result.ts'
import { newFile } from '../new-file.ts'
import { safeName } from '../write-whole.ts'
import type { FilingHandler, HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'
import { personFile, plainRow, storedOf } from './person-data.ts'
import { whatHolds } from './what-holds.ts'

/** All that is kept of one person, as pages to be handed to them. */
export const personCalls: HandlersOf<Pick<typeof customersCalls, 'customers.personSheet'>> = {
  'customers.personSheet': async (context, { customerId, paper }) => {
    const file = await personFile(context, customerId)
    return file ? ok({ html: personSheet(file, paper) }) : noCustomer
  },
}

/** Writes all that is kept of one person to a new file that programs read (JSON, RFC 8259). It changes nothing in the shop. */
export const exportPerson: FilingHandler<'customers.exportPerson', { file: string }> = {
  async prepare(context, { customerId, folder }) {
    const stored = await storedOf(context, customerId)
    const [own] = stored
    if (!own) return noCustomer
    const name = String(own.rows[0]!['name'] ?? '')
    const all = {
      shop: context.shop?.name ?? '',
      writtenAt: new Date(context.now).toISOString(),
      mayBeReached: await whatHolds(context, customerId),
      ...Object.fromEntries(
        stored.map(({ table, rows }) => [table, rows.map((row) => plainRow(customerId, table, row))]),
      ),
    }
    const written = await newFile(
      { folder, name: safeName(`All about ${name}`), ending: '.json' },
      (partial) => writeFile(partial, `${JSON.stringify(all, null, 2)}\n`, { flush: true }),
    )
    return written.ok ? ok({ file: written.value.file }) : written
  },
  answer: (written) => written,
  write: (_context, _input, written) => Promise.resolve(ok(written)),
  discard: () => Promise.resolve(),
}

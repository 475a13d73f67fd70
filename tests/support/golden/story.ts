import { mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { noteRestored } from '../../../src/main/backups/file-notes.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { customers, newsletter } from './people.ts'
import { hours, shop } from './place.ts'
import type { Told } from './told.ts'
import { promises, stock } from './wares.ts'

/** Makes a shop file with rows in every table, by the calls of today; each act is a minute after the one before. */
export async function tellStory(path: string, folder: string): Promise<void> {
  const opened = await openShop(path, { create: true, madeAt: 'counter' })
  if (!opened.ok) throw new Error(opened.problem.message)
  mkdirSync(folder, { recursive: true })
  let now = 0
  const told: Told = {
    shop: opened.value,
    folder,
    at: (instant) => void (now = Date.parse(instant)),
    async call(name, input) {
      now += 60_000
      const { result } = await dispatch(opened.value, name, input, { now })
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
      return result.value as never
    },
  }
  for (const chapter of [shop, hours, customers, stock, promises, newsletter, toDo, letters, turns])
    await chapter(told)
  await opened.value.close()
  restored(path, now)
}

/** Things to do: open, done, off the list, about something and about nothing. */
async function toDo({ call, at }: Told): Promise<void> {
  at('2026-11-26T10:00:00Z')
  await call('actions.add', {
    what: 'Call back about the rye',
    due: '2026-11-27',
    about: { kind: 'customer', id: 1 },
    staffId: 2,
  })
  const done = await call('actions.add', { what: 'Order flour', due: '2026-11-26' })
  await call('actions.finish', { actionId: done.id, result: 'Comes on Friday' })
  const dropped = await call('actions.add', {
    what: 'Send it back',
    due: '2026-11-30',
    about: { kind: 'batch', id: 1 },
  })
  await call('actions.drop', { actionId: dropped.id })
  await call('referrals.set', { customerId: 2, byId: 1 })
}

/** How the shop speaks, and what it wrote to one customer about another. */
async function letters({ call }: Told): Promise<void> {
  await call('letters.setVoice', { manner: 'formal', signName: 'Mia Roth', phrases: 'Bis bald.' })
  await call('customers.save', { customerId: 1, formOfAddress: 'Frau Dr.' })
  await call('letters.done', {
    customerId: 1,
    occasion: 'referral',
    way: 'letter',
    language: 'de',
    subject: 'Danke für Ihre Empfehlung',
    words: 'Guten Tag,\n\nvielen Dank.',
    about: { kind: 'customer', id: 2 },
  })
}

/** Acts that are undone, redone, and undone again. */
async function turns({ call, at }: Told): Promise<void> {
  at('2026-11-26T12:00:00Z')
  await call('drafts.keep', {
    form: 'promise',
    base: { what: '' },
    typed: { what: 'Brötchen für' },
    atMs: { what: Date.parse('2026-11-26T12:00:30Z') },
  })
  await call('customers.save', { name: 'Back Again', email: 'back@käse.example' })
  await call('shop.undo', {})
  await call('shop.redo', {})
  await call('stock.saveProduct', { productId: 1, shelf: 'Not here' })
  await call('shop.undo', {})
  await call('shop.redo', {})
  await call('shop.undo', {})
  await call('customers.save', { name: 'Taken Back', city: 'Köln' })
  await call('shop.undo', {})
}

/** What a restore notes in the closed file. */
function restored(path: string, now: number): void {
  const connection = new Database(path)
  noteRestored(connection, now, {
    fromMs: Date.parse('2026-11-25T20:00:00Z'),
    before: 'before-restore.wellkept',
  })
  connection.close()
}

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../../src/core/calls.ts'
import type { Theme } from '../../../src/core/machine/theme.ts'
import { backupHandlers } from '../../../src/main/backups/handlers.ts'
import { done, kept } from '../../support/kept-shop.ts'
import { temporaryFolder } from '../../support/shop.ts'

/** The calls of a shop with its keeper; `chosen` is what the owner chooses in each dialog, `answer` which shop it is to be. */
async function handled() {
  const t = await kept()
  const said = {
    chosen: undefined as string | undefined,
    answer: 'cancel' as 'here' | 'file' | 'cancel',
    asked: [] as string[],
    themes: [] as Theme[],
  }
  const calls = backupHandlers(
    {
      ask: async (what) => {
        said.asked.push(what)
        return said.chosen
      },
      askAboutSame: async () => {
        said.asked.push('same')
        return said.answer
      },
      shopFile: t.shopFile,
      keeper: t.keeper,
      shops: t.folder,
    },
    (theme) => void said.themes.push(theme),
  )
  const names = async () => {
    const found = (await done(t.shopFile.call('customers.search', {}))) as Output<'customers.search'>
    return found.rows.map(({ name }) => name)
  }
  const add = (name: string) => done(t.shopFile.call('customers.save', { name }))
  return { t, said, calls, names, add }
}

const shown = {}

test('a dialog that is left changes nothing', async () => {
  const { t, said, calls, add, names } = await handled()
  await add('Anna')
  expect(await calls['shop.moveOut']({}, shown)).toEqual({ ok: true, value: null })
  expect(await done(calls['shop.moveIn']({}, shown))).toEqual(await t.shopFile.state())
  expect(await done(calls['backups.choosePlace']({}, shown))).toEqual(await t.keeper.list())
  expect(said.asked).toEqual(['move', 'moved', 'backups'])
  expect(await names()).toEqual(['Anna'])
  expect(await done(t.shopFile.call('backups.notes', {}))).toMatchObject({ movedOutAtMs: null })
})

test('backups are listed with how it stands, and made and brought back by their names', async () => {
  const { t, calls, add, names } = await handled()
  await add('Anna')
  await done(calls['backups.now']({}, shown))
  expect(await done(calls['backups.state']({}, shown))).toEqual(await t.keeper.state())
  const [backup] = (await done(calls['backups.list']({}, shown))).backups
  await add('Bert')
  expect(await done(calls['backups.preview']({ id: backup!.id }, shown))).toMatchObject({ changesSince: 1 })
  expect(await calls['backups.restore']({ id: backup!.id }, { shop: 'another' })).toMatchObject({
    ok: false,
    problem: { code: 'other-shop' },
  })
  expect(await names()).toEqual(['Anna', 'Bert'])
  await done(calls['backups.restore']({ id: backup!.id }, shown))
  expect(await names()).toEqual(['Anna'])
})

test('a place is prepared before it is chosen, and forgotten again', async () => {
  const { t, said, calls } = await handled()
  said.chosen = join(t.folder, 'shop.wellkept')
  expect(await calls['backups.choosePlace']({}, shown)).toMatchObject({ ok: false })
  said.chosen = temporaryFolder()
  expect(await done(calls['backups.choosePlace']({}, shown))).toMatchObject({
    place: { name: basename(said.chosen), away: false },
  })
  expect(readdirSync(said.chosen)).not.toEqual([])
  expect(await done(calls['backups.forgetPlace']({}, shown))).toMatchObject({ place: null })
})

test('a shop that is packed and taken in where it is already is asked about: cancel, here or the file', async () => {
  const { t, said, calls, add, names } = await handled()
  await add('Anna')
  said.chosen = temporaryFolder()
  expect(await calls['shop.moveOut']({}, { shop: 'another' })).toMatchObject({
    ok: false,
    problem: { code: 'other-shop' },
  })
  expect(readdirSync(said.chosen)).toEqual([])
  const { file } = (await done(calls['shop.moveOut']({}, shown)))!
  await done(calls['shop.goOnHere']({}, shown))
  await add('Bert')
  said.chosen = join(said.chosen, file)
  for (const [answer, there] of [
    ['cancel', ['Anna', 'Bert']],
    ['here', ['Anna', 'Bert']],
    ['file', ['Anna']],
  ] as const) {
    said.answer = answer
    expect([answer, await done(calls['shop.moveIn']({}, shown))]).toMatchObject([answer, { state: 'open' }])
    expect([answer, await names()]).toEqual([answer, there])
  }
  expect(said.asked.filter((one) => one === 'same')).toHaveLength(3)
  expect(said.themes).toEqual(['dark'])
  expect(t.shopFile.path()).toBe(join(t.folder, 'shop.wellkept'))
})

test('a shop of another PC is taken in beside, opened and given its colours, without a question', async () => {
  const there = await handled()
  await there.add('Marie')
  there.said.chosen = temporaryFolder()
  const { file } = (await done(there.calls['shop.moveOut']({}, shown)))!
  const { t, said, calls, add, names } = await handled()
  await add('Anna')
  said.chosen = join(there.said.chosen, file)
  expect(await done(calls['shop.moveIn']({}, shown))).toMatchObject({ state: 'open' })
  expect(await names()).toEqual(['Marie'])
  expect([said.asked, said.themes]).toEqual([['moved'], ['dark']])
  expect(t.shopFile.path()).not.toBe(join(t.folder, 'shop.wellkept'))
})

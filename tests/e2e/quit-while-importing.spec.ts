import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'

let t: LaunchedApp

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

/** The handle of a list of so many made customers, chosen as the owner does. */
async function chosenList(count: number): Promise<string> {
  const file = join(t.folder, 'customers.csv')
  const rows = Array.from({ length: count }, (_, n) => `C${n},Customer ${n},c${n}@mail.example`)
  writeFileSync(file, `id,name,email\n${rows.join('\n')}\n`)
  await t.answerDialogs({ open: file })
  return (await t.call('files.choose', { what: 'customers' }))!.handle
}

test('quitting in the middle of an import keeps what was before it', async () => {
  const path = await chosenList(60_000)
  await t.page.evaluate(
    async ([handle, shop]) => {
      const told = new Promise<void>((done) => {
        window.wellkept.onNews((news) => {
          if (news.kind === 'progress' && news.done > 0) done()
        })
      })
      void window.wellkept.call('customers.importFile', { path: handle, commit: true }, 'my-import', shop)
      await told
    },
    [path, await t.opening()] as const,
  )
  await t.quit()
  const next = await launch({ userData: t.userData })
  expect(await next.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  expect((await next.call('customers.search', { text: '' })).total).toBe(0)
  expect(await next.call('shop.acts', {})).toHaveLength(1)
  await next.close()
})

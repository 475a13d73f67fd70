import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { chosenList } from '../support/customer-file.ts'

let t: LaunchedApp

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

test('quitting in the middle of an import keeps what was before it', async () => {
  const path = await chosenList(t, 60_000)
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

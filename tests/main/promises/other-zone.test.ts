import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const file = `Nr;Kunde;Was;Bestelldatum;Termin;Erledigt
1;Anna;Torte;01.10.2026;05.10.2026;05.10.2026
2;Bo;Torte;01.10.2026;05.10.2026;06.10.2026
3;Cy;Torte;01.10.2026;05.10.2026;
`

test('after the time zone is corrected, days are the same days and the same file adds nothing', async () => {
  const t = await testShop()
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, file)
  await t.call('promises.importFile', { path, commit: true })
  const stands = async () => {
    const all = [1, 2, 3].map((promiseId) => t.call('promises.one', { promiseId }))
    const rate = await t.call('promises.keptRate', { from: '2026-10-01', to: '2026-10-31' })
    return { rate, reasons: (await Promise.all(all)).slice(0, 2).map(({ reason }) => reason) }
  }
  const before = await stands()
  for (const zone of ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland']) {
    await t.call('shop.change', { zone })
    expect({ zone, ...(await stands()) }).toEqual({ zone, ...before })
    expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 3,
      errors: [],
    })
  }
  // One undo takes back the zone and the days with it.
  await t.call('shop.undo', {})
  expect((await t.call('shop.details', {}))!.zone).toBe('America/Los_Angeles')
  expect(await stands()).toEqual(before)
})

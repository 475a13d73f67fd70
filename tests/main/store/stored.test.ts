import { readFileSync, globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { storedBlocks, storedWeek } from '../../../src/core/hours/stored.ts'
import { closedWeek } from '../../../src/core/hours/week.ts'
import { stored } from '../../../src/main/store/stored.ts'
import { testShop } from '../../support/shop.ts'

test('stored JSON is read by its schema, and the same text once', () => {
  let reads = 0
  const read = stored(
    z.array(z.number()).refine(() => {
      reads += 1
      return true
    }),
  )
  expect(read('[1,2]')).toEqual([1, 2])
  expect(read('[1,2]')).toBe(read('[1,2]'))
  expect(reads).toBe(1)
  for (const text of ['["1"]', '{}', 'null', '[1', '']) expect(() => read(text)).toThrow()
  const long = JSON.stringify(Array.from({ length: 9000 }, (_, i) => i))
  expect(read(long)).not.toBe(read(long))
  for (let i = 0; i < 2000; i++) expect(read(`[${i}]`)).toEqual([i])
  expect(read('[1,2]')).toEqual([1, 2])
})

test('the hours that a shop file may hold: every day, whole times, midnight either way', () => {
  const week = { ...closedWeek, fri: [['18:00', '00:00']], sat: [['08:00', '24:00']] }
  expect(storedWeek.parse(week)).toEqual(week)
  const many = Array.from({ length: 13 }, (_, i) => [`${10 + i}:00`, `${10 + i}:30`])
  expect(storedBlocks.parse(many)).toEqual(many)
  const { sun: _sunday, ...sixDays } = closedWeek
  for (const wrong of [
    sixDays,
    { ...closedWeek, mon: [['8:00', '12:00']] },
    { ...closedWeek, mon: [[8, 12]] },
  ])
    expect(storedWeek.safeParse(wrong).success).toBe(false)
})

const damaged = [
  ['schedules', `INSERT INTO schedules (validFrom, week) VALUES ('2026-01-05', '{"mon":[["07","19"]]}')`],
  [
    'specialDays',
    `INSERT INTO specialDays (fromDay, toDay, yearly, blocks, label, reason, source)
     VALUES ('2026-11-23', '2026-11-23', 0, '[["9","13"]]', 'Fair', '', 'owner')`,
  ],
] as const

test.each(damaged)('damaged hours in %s are no figure: the call fails', async (_table, damage) => {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['08:00', '18:00']] } })
  t.shop.connection.exec(
    `INSERT INTO temp.actNow (id) SELECT min(id) FROM acts; ${damage}; DELETE FROM temp.actNow`,
  )
  await expect(t.answer('hours.adherence', { from: '2026-11-02', to: '2026-11-23' })).rejects.toThrow(
    'invalid',
  )
})

test('damaged drafts and notes of a restore are not taken for whole ones', async () => {
  const t = await testShop()
  t.shop.connection.exec(
    `INSERT INTO drafts (form, value, savedAtMs) VALUES ('promise', '{"typed":{"what":"Bread"}}', ${t.now});
     INSERT INTO fileNotes (kind, atMs, what) VALUES ('restored', 1, '{"before":"a.wellkept"}')`,
  )
  await expect(t.answer('drafts.all', {})).rejects.toThrow('base')
  await expect(t.answer('backups.notes', {})).rejects.toThrow('fromMs')
})

test('no stored JSON is taken for what it is said to be, but for the rows of the log', () => {
  const ofTheLog =
    /^src\/main\/(?:history\/|store\/(?:changes|thing)\.ts|store\/engines\/sqlite\/rewrite\.ts)/
  const cast = globSync('src/{core,main}/**/*.ts')
    .filter((file) => !ofTheLog.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/JSON\.parse\((?:[^()]|\([^()]*\))*\)\)? as (\w+)/g)]
        .filter(([, as]) => as !== 'unknown')
        .map(([text]) => `${file}: ${text}`),
    )
  expect(cast).toEqual([])
})

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { contentOf, damages, putDamaged, soundFile } from '../../support/damage.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder } from '../../support/shop.ts'

const refusals = ['damaged', 'not-a-shop', 'altered', 'newer', 'empty']

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('a damaged file is refused and stays as it is, or is whole all the same', async () => {
  const folder = temporaryFolder()
  const sound = await soundFile(join(folder, 'sound'))
  const original = join(folder, 'original.wellkept')
  writeFileSync(original, sound.file)
  const content = contentOf(original, folder)
  const last = '"name":"Customer 60"'
  expect(content).toContain(last)
  const ended = new Map<string, number>()
  let runsDone = 0
  await fc.assert(
    fc.asyncProperty(damages, async (damage) => {
      const here = join(folder, `${++runsDone}`)
      mkdirSync(here)
      const path = join(here, 'shop.wellkept')
      putDamaged(path, sound, damage)
      const before = digest(path)
      const shop = await openShop(path)
      // Right after opening, before the first write, every page is read.
      const found = shop.ok ? shop.value.check() : shop
      const code = found.ok ? 'whole' : found.problem.code
      const how = `${damage.kind}${damage.kind === 'log' ? ` of ${damage.of}` : ''}: ${code}`
      ended.set(how, (ended.get(how) ?? 0) + 1)
      if (found.ok && shop.ok) {
        const rows = await dispatch(shop.value, 'customers.search', { text: '' }, { now: 0 })
        expect(rows.result).toMatchObject({ ok: true })
        await shop.value.close()
        // Its own later log is part of a file; every other one must have left no trace.
        if (damage.kind === 'log' && damage.of === 'later') expect(contentOf(path, here)).toContain(last)
        else expect(contentOf(path, here)).toBe(content)
      } else {
        if (shop.ok) await shop.value.close(true)
        expect(refusals).toContain(code)
        expect(digest(path)).toBe(before)
      }
      rmSync(here, { recursive: true })
    }),
    { ...runs(75), endOnFailure: true },
  )
  console.log(
    `${runsDone} damages: ${[...ended]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([how, n]) => `${how} ${n}`)
      .join(', ')}`,
  )
})

test.each([
  ['two ways of writing at once', 19, [1]],
  ['these, and room in its pages', 19, [1, 106]],
  ['the older way of writing, and room in its pages', 18, [1, 1, 106]],
  ['room in its pages', 20, [106]],
] as const)('a header that says %s is refused, and the file stays as it is', async (_, at, bytes) => {
  const folder = temporaryFolder()
  const sound = await soundFile(join(folder, 'sound'))
  const path = join(folder, 'shop.wellkept')
  putDamaged(path, sound, { kind: 'header', at, bytes: Uint8Array.from(bytes) })
  const before = digest(path)
  const opened = await openShop(path)
  const found = opened.ok ? opened.value.check() : opened
  if (opened.ok) await opened.value.close(true)
  expect(found).toMatchObject({ ok: false, problem: { code: 'damaged' } })
  expect(digest(path)).toBe(before)
})

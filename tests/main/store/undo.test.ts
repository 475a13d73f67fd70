import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { busyShop, checkSearch, draws, everyRow, work } from '../../support/random-work.ts'
import { runs } from '../../support/runs.ts'
import type { TestShop } from '../../support/shop.ts'

interface Done {
  readonly act: number
  readonly before: unknown
  readonly after: unknown
}

async function workAll(t: TestShop, all: readonly Parameters<typeof work>[1][]): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const draw of all) {
    const before = everyRow(t)
    const act = await work(t, draw)
    if (act === undefined) expect(everyRow(t)).toEqual(before)
    else done.push({ act, before, after: everyRow(t) })
  }
  return done
}

async function undo(t: TestShop, actId?: number): Promise<number> {
  const { result, act } = await t.answer('shop.undo', { actId })
  expect(result).toMatchObject({ ok: true })
  checkSearch(t)
  return act!.id
}

test('undoing a day of work, newest first, brings back every row as it was; redoing brings it forward again', async () => {
  await fc.assert(
    fc.asyncProperty(draws(25), async (all) => {
      const t = await busyShop()
      const done = await workAll(t, all)
      for (const round of [1, 2]) {
        const undos: number[] = []
        for (const { before } of done.toReversed()) {
          undos.push(await undo(t))
          expect(everyRow(t)).toEqual(before)
        }
        if (round === 2) break
        for (const { after } of done) {
          await undo(t, undos.pop())
          expect(everyRow(t)).toEqual(after)
        }
      }
    }),
    runs(5),
  )
})

test('any act is taken back whole and can come again, or is refused without a change', async () => {
  const counts = { undone: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(draws(20), async (all) => {
      const t = await busyShop()
      const done = await workAll(t, all)
      const before = everyRow(t)
      for (const one of done) {
        const { result, act } = await t.answer('shop.undo', { actId: one.act })
        checkSearch(t)
        if (result.ok) {
          counts.undone++
          await undo(t, act!.id)
        } else {
          counts.refused++
          expect(['changed-since', 'belongs-together']).toContain(result.problem.code)
        }
        expect(everyRow(t)).toEqual(before)
      }
    }),
    runs(5),
  )
  console.log(`acts undone out of order: ${counts.undone}, refused: ${counts.refused}`)
})

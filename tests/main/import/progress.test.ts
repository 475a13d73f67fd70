import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { testShop } from '../../support/shop.ts'

const lists = [
  {
    name: 'customers.importFile',
    keeping: 'Keeping the customers',
    // The noes come after the customers.
    after: 1,
    head: 'Name,Email,Phone',
    line: (n: number, again: boolean) => `Anna ${n},a${n}@x.example,${again ? `030 12345${n}` : ''}`,
  },
  {
    name: 'promises.importFile',
    keeping: 'Promises',
    after: 0,
    head: 'Number,Customer,What,Told,Done',
    line: (n: number, again: boolean) =>
      `P${n},Anna ${n},Cake,2026-10-20 10:00,${again ? '2026-10-20 09:00' : ''}`,
  },
  {
    name: 'stock.importProducts',
    keeping: 'Saving products',
    after: 0,
    head: 'Code,Name,Shelf',
    line: (n: number, again: boolean) => `${1000 + n},Bread ${n},${again ? 'B2' : 'A1'}`,
  },
] as const

test.each(lists)(
  '$name tells how much of all it has kept, of new and of changed lines together',
  async (list) => {
    const t = await testShop()
    const path = join(t.folder, 'list.csv')
    const told: string[] = []
    const importing = async (from: number, to: number, again: boolean) => {
      told.length = 0
      const lines = Array.from({ length: to - from }, (_, i) => list.line(from + i, again))
      writeFileSync(path, [list.head, ...lines].join('\n'))
      // Every step comes later than a slice may take, so that each is told.
      let clock = 0
      const late = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000))
      const { result } = await dispatch(
        t.shop,
        list.name,
        { path, commit: true },
        {
          now: t.now,
          onProgress: ({ done, total, words }) =>
            void (words === list.keeping && told.push(`${done}/${total}`)),
        },
      )
      late.mockRestore()
      expect(result).toMatchObject({ ok: true })
    }
    await importing(0, 3, false)
    expect(told).toEqual([`3/${3 + list.after}`])
    await importing(1, 5, true)
    expect(told).toEqual([`2/${4 + list.after}`, `4/${4 + list.after}`])
  },
)

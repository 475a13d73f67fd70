import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { testShop } from '../../support/shop.ts'

test('a file of noes lets others in between: while they are worked out, kept, and laid beside those of people who are gone', async () => {
  const t = await testShop()
  const path = join(t.folder, 'noes.csv')
  const rows = Array.from({ length: 1000 }, (_, i) => `Anna ${i},a${i}@x.example,no`)
  writeFileSync(path, ['Name,Email,Newsletter', ...rows].join('\n'))
  // Every step comes later than a slice may take.
  let clock = 0
  const late = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000))
  const words: string[] = []
  const onProgress = (progress: { readonly words: string }) => void words.push(progress.words)
  await dispatch(t.shop, 'customers.importFile', { path, commit: true }, { now: t.now, onProgress })
  late.mockRestore()
  const times = (said: string) => words.filter((one) => one === said).length
  expect(times('Reading the customers')).toBe(20)
  expect(times('Keeping the customers')).toBe(10)
  expect(times('Keeping who said no')).toBe(5 + 10 + 5)
})

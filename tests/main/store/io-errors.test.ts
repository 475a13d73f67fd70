import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder } from '../../support/shop.ts'

const child = join(import.meta.dirname, 'io-errors-child.ts')
const writes = 12

const hasTracer = (() => {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
})()

/** A disk that fails from the nth such call on, for so many of them. */
const failing = fc.record({
  call: fc.constantFrom('pwrite64', 'fdatasync', 'fsync', 'ftruncate', 'pread64'),
  error: fc.constantFrom('EIO', 'ENOSPC'),
  nth: fc.integer({ min: 1, max: 40 }),
  times: fc.integer({ min: 1, max: 8 }),
})

test('whatever call of the disk fails, each write is whole or refused, and the next ones work', async () => {
  if (!hasTracer) return console.log('no strace here: errors of the disk were not tried')
  const ended = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(failing, async ({ call, error, nth, times }) => {
      const path = join(temporaryFolder(), 'shop.wellkept')
      const made = await openShop(path, { create: true })
      if (!made.ok) throw new Error(made.problem.message)
      const shop = { name: 'A', country: 'DE', zone: 'Europe/Berlin' }
      await dispatch(made.value, 'shop.setUp', shop, { now: 0 })
      await made.value.close()

      const inject = `inject=${call}:error=${error}:when=${nth}..${nth + times - 1}`
      const ours = ['', '-wal', '-shm', '-journal'].flatMap((end) => ['-P', path + end])
      const tracer = ['-f', '-qq', '-o', '/dev/null', ...ours, '-e', `trace=${call}`, '-e', inject]
      const run = spawnSync('strace', [...tracer, process.execPath, child, path, String(writes)], {
        encoding: 'utf8',
      })
      const lines = run.stdout.split('\n').filter(Boolean)
      expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
      for (const line of lines) {
        ended.set(line.replace(/ \d+$/, ''), (ended.get(line.replace(/ \d+$/, '')) ?? 0) + 1)
        expect(line).toMatch(
          /^(kept \d+|searched|closed|(refused|search|opening) (disk-error|disk-full|read-only|damaged|in-use))$/,
        )
      }
      const kept = lines.filter((line) => line.startsWith('kept')).map((line) => Number(line.slice(5)))

      const again = await openShop(path)
      if (!again.ok) throw new Error(again.problem.message)
      expect(again.value.check()).toMatchObject({ ok: true })
      const rows = await again.value.reader.selectFrom('customers').select('name').orderBy('id').execute()
      const acts = await again.value.reader
        .selectFrom('acts')
        .select('id')
        .where('call', '=', 'customers.save')
        .execute()
      // What was confirmed is there; what is there is whole: a customer an act.
      expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(kept.map((n) => `Customer ${n}`)))
      expect(acts).toHaveLength(rows.length)
      await again.value.close()
    }),
    runs(8),
  )
  console.log([...ended].map(([line, n]) => `${line} ${n}`).join(', '))
})

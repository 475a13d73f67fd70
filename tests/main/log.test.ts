import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startClock } from '../../src/main/clock.ts'
import { openLog } from '../../src/main/log.ts'
import { temporaryFolder } from '../support/shop.ts'

test('a bug is written down with the name of its call and its stack', () => {
  const file = join(temporaryFolder(), 'logs/wellkept.log')
  openLog(file)('customers.save', new Error('boom'))
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\S+Z customers\.save: Error: boom\n\s+at /)
})

test('a log that has grown makes room, keeping one older file', () => {
  const file = join(temporaryFolder(), 'wellkept.log')
  writeFileSync(file, 'x'.repeat(1_000_001))
  const log = openLog(file)
  log('a', 'first')
  log('b', 'second')
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3)
  expect(statSync(`${file}.old`).size).toBe(1_000_001)
})

test('a log that cannot be written is no second bug', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
  const said: string[] = []
  openLog(join(folder, 'logs/wellkept.log'), (line) => said.push(line))('call', new Error('boom'))
  expect(said).toHaveLength(2)
  expect(existsSync(join(folder, 'logs/wellkept.log'))).toBe(false)
})

test('a clock that was set starts there and runs on', async () => {
  const clock = startClock('2026-11-23T07:00:00Z')
  const first = clock()
  expect(first - Date.parse('2026-11-23T07:00:00Z')).toBeLessThan(1000)
  await new Promise((done) => setTimeout(done, 20))
  expect(clock() - first).toBeGreaterThanOrEqual(19)
  expect(startClock()).toBe(Date.now)
  expect(() => startClock('tomorrow')).toThrow(/no instant/)
})

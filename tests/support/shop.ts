import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallName, Output, Sent } from '../../src/core/calls.ts'
import type { Problem } from '../../src/core/result.ts'
import { dispatch, type Answer } from '../../src/main/store/dispatch.ts'
import type { FileShop } from '../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../src/main/store/open.ts'

/** A shop file of its own for one test, with the clock in the test's hand. */
export interface TestShop {
  readonly shop: FileShop
  readonly folder: string
  /** Epoch ms; set it to move the clock. */
  now: number
  /** Calls and expects success. */
  call<N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>>
  /** Calls and expects a problem. */
  problem(name: CallName, input: unknown): Promise<Problem>
  answer(name: string, input: unknown): Promise<Answer>
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An empty shop file on disk, real SQLite, set up as a shop in Berlin that speaks English to its customers, unless told otherwise. */
export async function testShop(
  options: { now?: string; zone?: string; setUp?: boolean } = {},
): Promise<TestShop> {
  const folder = temporaryFolder()
  const opened = await openShop(join(folder, 'shop.wellkept'), { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  const shop = opened.value
  onTestFinished(() => shop.close())
  const test: TestShop = {
    shop,
    folder,
    now: Date.parse(options.now ?? '2026-11-23T08:00:00Z'),
    answer: (name, input) => dispatch(shop, name, input, { now: test.now }),
    async call(name, input) {
      const { result } = await test.answer(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
      return result.value as never
    },
    async problem(name, input) {
      const { result } = await test.answer(name, input)
      if (result.ok) throw new Error(`${name} was expected to be refused: ${JSON.stringify(result.value)}`)
      return result.problem
    },
  }
  if (options.setUp ?? true)
    await test.call('shop.setUp', {
      name: 'Corner Shop',
      country: 'DE',
      zone: options.zone ?? 'Europe/Berlin',
      language: 'en',
    })
  return test
}

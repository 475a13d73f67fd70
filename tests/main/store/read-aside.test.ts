import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { readAside } from '../../../src/main/store/read-aside.ts'
import type { Thread } from '../../../src/main/store/thread.ts'

test('closing waits for the second thread to let go of the file, also where its end was begun before', async () => {
  const done: string[] = []
  const reader = {
    opening: Promise.resolve(ok({ reads: [], notices: [] })),
    async close() {
      await setTimeout(50)
      done.push('reader closed')
    },
  } as unknown as Thread
  const aside = readAside(() => reader)
  await aside.during(async ({ onProgress }) => {
    onProgress?.({ done: 1, total: 2, words: '' })
    // Long enough for the second thread to be started.
    await setTimeout(400)
    return ok(null)
  })
  // What comes after it may move the file: SQLite's log beside it is only gone with the last connection.
  await aside.close()
  done.push('closed')
  expect(done).toEqual(['reader closed', 'closed'])
})

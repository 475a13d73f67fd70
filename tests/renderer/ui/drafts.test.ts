import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftsCalls, type KeptDraft } from '../../../src/core/drafts/calls.ts'
import { fail, ok, type Problem } from '../../../src/core/result.ts'
import type { Call } from '../../../src/renderer/call.ts'
import { keepDrafts } from '../../../src/renderer/ui/drafts.ts'
import { writeAll } from '../../../src/renderer/ui/unwritten.ts'

const told = vi.fn<(problem: Problem) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  told.mockClear()
})
afterEach(() => void vi.useRealTimers())

/** A shop file that can refuse, and what it holds. */
function shopFile() {
  const held = new Map<string, unknown>()
  const file = { held, refuses: undefined as Problem['code'] | undefined, asked: 0 }
  const call = ((name: string, input: { form: string; typed?: unknown }) => {
    file.asked++
    if (file.refuses) return Promise.resolve(fail(file.refuses, 'Not now. Nothing was changed.'))
    if (name === 'drafts.keep') held.set(input.form, input.typed)
    else held.delete(input.form)
    return Promise.resolve(ok(null))
  }) as unknown as Call
  return { file, held, call }
}

const draft = (note: string) => ({ base: { note: '' }, typed: { note } })
const moment = () => vi.advanceTimersByTimeAsync(2000)

for (const code of ['disk-full', 'disk-error', 'in-use', 'read-only'] as const)
  test(`${code}: what was typed is kept, shown again, and in the file as soon as it takes it`, async () => {
    const { file, held, call } = shopFile()
    const drafts = keepDrafts(call, [], told)
    file.refuses = code
    drafts.keep('customer:1', draft('allergic to'))
    await moment()
    drafts.keep('customer:1', draft('allergic to nuts'))
    await moment()
    expect(held.size).toBe(0)
    expect(drafts.of('customer:1')).toMatchObject(draft('allergic to nuts'))
    // Tried again by itself, with the last words.
    const asked = file.asked
    await moment()
    expect(file.asked).toBeGreaterThan(asked)
    file.refuses = undefined
    await moment()
    expect(held).toEqual(new Map([['customer:1', { note: 'allergic to nuts' }]]))
    const before = file.asked
    await moment()
    expect(file.asked).toBe(before)
  })

test('what was saved while the disk was full does not come back when there is room', async () => {
  const { file, held, call } = shopFile()
  const stored: KeptDraft = { form: 'promise', ...draft('cake'), savedAtMs: 0 }
  held.set('promise', stored.typed)
  const drafts = keepDrafts(call, [stored], told)
  file.refuses = 'disk-full'
  drafts.drop('promise')
  await moment()
  expect(drafts.of('promise')).toBeUndefined()
  file.refuses = undefined
  await moment()
  expect(held.size).toBe(0)
})

test('a draft that the file will never take is not asked for ever, and closing waits for nobody', async () => {
  const { file, call } = shopFile()
  const drafts = keepDrafts(call, [], told)
  file.refuses = 'bad-input'
  drafts.keep('promise', draft('cake'))
  await moment()
  await moment()
  expect(file.asked).toBe(1)
  expect(told.mock.calls).toEqual([[{ code: 'bad-input', message: 'Not now. Nothing was changed.' }]])
  expect(drafts.of('promise')).toMatchObject(draft('cake'))
  file.refuses = 'disk-full'
  drafts.keep('promise', draft('cakes'))
  await writeAll()
  expect(file.asked).toBe(2)
})

test('a field that was emptied to nothing does not keep the others from the file', async () => {
  const { held, call } = shopFile()
  const drafts = keepDrafts(call, [], told)
  drafts.keep('newsletter:1', {
    base: { code: 'A' },
    typed: { code: undefined, blocks: [{ code: undefined }] },
  })
  await moment()
  const sent = held.get('newsletter:1')
  expect(draftsCalls['drafts.keep'].input.safeParse({ form: 'x', base: {}, typed: sent }).success).toBe(true)
  expect(sent).toStrictEqual({ blocks: [{}] })
})

import { describe, expect, test } from 'vitest'
import { ok, type Result } from '../../src/core/result.ts'
import { answerAhead } from '../../src/main/first-answers.ts'

/** A shop file that answers each call with how many were made before it. */
function counting() {
  const asked: string[] = []
  const shopFile = {
    state: () =>
      Promise.resolve({
        state: 'open',
        file: 'shop.wellkept',
        sample: false,
        own: '',
        shop: 'a',
        notices: [],
      } as const),
    call: (name: string): Promise<Result<unknown>> => Promise.resolve(ok(asked.push(name) - 1)),
  }
  return { shopFile, asked }
}

describe('the answers that are made before the window asks', () => {
  test('each is given once', async () => {
    const { shopFile, asked } = counting()
    const first = answerAhead(shopFile)
    expect(asked).toEqual(['shop.details', 'drafts.all', 'today.list', 'hours.status', 'staff.list'])
    expect(await first.take('today.list', {})).toEqual(ok(2))
    expect(first.take('today.list', {})).toBeUndefined()
    expect(await first.take('shop.state', {})).toEqual(
      ok({ state: 'open', file: 'shop.wellkept', sample: false, own: '', shop: 'a', notices: [] }),
    )
    expect(asked).toHaveLength(5)
  })

  test('none is given after a change', () => {
    const first = answerAhead(counting().shopFile)
    first.forget()
    expect(first.take('today.list', {})).toBeUndefined()
    expect(first.take('shop.state', {})).toBeUndefined()
  })

  test.each([{ day: '2026-11-24' }, [], null, undefined, '', 0])(
    'none is given for the input %j',
    (input) => {
      const first = answerAhead(counting().shopFile)
      expect(first.take('hours.status', input)).toBeUndefined()
      expect(first.take('hours.status', {})).toBeDefined()
    },
  )

  test.each(['shop.change', 'constructor', '__proto__', ''])('there is none for %j', (name) => {
    expect(answerAhead(counting().shopFile).take(name, {})).toBeUndefined()
  })
})

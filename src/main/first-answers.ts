import { isDeepStrictEqual } from 'node:util'
import { firstReads } from '../core/machine/first-reads.ts'
import { ok, type Result } from '../core/result.ts'
import type { ShopFile } from './shop-file.ts'

/** What the window will ask first, answered while its process starts. */
export interface FirstAnswers {
  /** Each answer once; undefined where there is none, or another input was sent. */
  take(name: string, input: unknown): Promise<Result<unknown>> | undefined
  /** Call it when anything changed. */
  forget(): void
}

/** Makes the window's first calls. */
export function answerAhead(shopFile: Pick<ShopFile, 'state' | 'call'>): FirstAnswers {
  const answer = (name: (typeof firstReads)[number]): Promise<Result<unknown>> =>
    name === 'shop.state' ? shopFile.state().then(ok) : shopFile.call(name, {})
  const answers = new Map<string, Promise<Result<unknown>>>(firstReads.map((name) => [name, answer(name)]))
  return {
    take(name, input) {
      if (!isDeepStrictEqual(input, {})) return undefined
      const taken = answers.get(name)
      answers.delete(name)
      return taken
    },
    forget: () => answers.clear(),
  }
}

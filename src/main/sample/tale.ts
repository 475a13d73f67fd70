import type { Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'

/** A part of a sample shop's filling, with what is being done in words. */
export type Chapter = readonly [words: string, write: () => Promise<Result<unknown>>]

/** A sample shop that was read: sets the shop up in the empty file, and says what follows. */
export type Tale = (context: Context) => Promise<readonly Chapter[]>

import type { ProblemCode } from './problem-code.ts'

/** What went wrong, in a sentence for the owner: what happened, what was kept, what to do. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  /** Dotted path of the input field that is to be corrected. */
  readonly field?: string
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** What a call answers: its result, and beside it which act it made, where it changed anything. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly actId?: number }
  | { readonly ok: false; readonly problem: Problem }

/** A success carrying a value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** An expected failure. `code` is for programs, `message` for people. */
export const fail = (code: ProblemCode, message: string, field?: string): Result<never> => ({
  ok: false,
  problem: field === undefined ? { code, message } : { code, message, field },
})

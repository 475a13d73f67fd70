import type { z } from 'zod'

/** What a screen shows; a write names the topics it changes, a read those it depends on. */
export type Topic =
  | 'shop'
  | 'hours'
  | 'stock'
  | 'promises'
  | 'customers'
  | 'newsletter'
  | 'checklists'
  | 'staff'
  | 'actions'
  | 'referrals'
  | 'letters'
  | 'settings'

/**
 * read: from a connection that never waits for a write. write: one transaction, one undo.
 * machine: handled in the main process beside the store (files, dialogs, printing).
 */
export type CallKind = 'read' | 'write' | 'machine'

declare const output: unique symbol

/** One call of the contract, as data. */
export interface CallDef<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Kind extends CallKind = CallKind,
> {
  readonly kind: Kind
  readonly topics: readonly Topic[]
  readonly input: Input
  /** Input fields that hold a file or folder: in the window they are handles given out by a dialog. */
  readonly paths: readonly string[]
  readonly [output]?: Output
}

interface Options<Input extends z.ZodType> {
  readonly topics: readonly Topic[]
  readonly input: Input
  readonly paths?: readonly string[]
}

const define =
  <Kind extends CallKind>(kind: Kind) =>
  <Output>() =>
  <Input extends z.ZodType>(options: Options<Input>): CallDef<Input, Output, Kind> => ({
    kind,
    paths: [],
    ...options,
  })

/** A call that only looks: `read<Output>()({ topics, input })`. */
export const read = define('read')

/** How a sheet is printed. */
export interface Sheet {
  readonly pageNumbers: boolean
  /** The write that keeps that it was printed or saved as a PDF, and what it takes of the sheet's input. */
  readonly marks?: { readonly call: string; readonly fields: readonly string[] }
}

/** A read whose answer is a page for paper: it can be shown, printed and saved as a PDF. */
export const sheet =
  <Output extends { readonly html: string }>() =>
  <Input extends z.ZodType>(
    options: Options<Input> & { readonly sheet: Sheet },
  ): CallDef<Input, Output, 'read'> & { readonly sheet: Sheet } => ({
    ...read<Output>()(options),
    sheet: options.sheet,
  })

/** A call that changes the shop, in one transaction that can be undone. */
export const write = define('write')
/** A call that the main process answers: files, dialogs, printing, the window. */
export const machine = define('machine')

export type InputOf<D> = D extends { readonly input: infer I extends z.ZodType } ? z.output<I> : never
export type SentOf<D> = D extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never
export type OutputOf<D> = D extends CallDef<z.ZodType, infer O> ? O : never

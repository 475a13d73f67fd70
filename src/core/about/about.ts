import { z } from 'zod'
import { rowId } from '../inputs.ts'

/** What something can be about. */
export const aboutKinds = ['customer', 'promise', 'product', 'batch', 'issue'] as const

export type AboutKind = (typeof aboutKinds)[number]

/** A link to a thing of the shop. */
export interface About {
  readonly kind: AboutKind
  readonly id: number
}

/** A thing that something is about, as it is shown. */
export interface AboutShown extends About {
  /** What it is called now; as it was called then, where it is gone. */
  readonly name: string
  /** Where it is seen; null where it is gone. */
  readonly page: string | null
  /** Of a person: where to reach them; else ''. */
  readonly phone: string
}

/** A link as it is sent. */
export const about = z.strictObject({
  kind: z.enum(aboutKinds, 'Choose what it is about.'),
  id: rowId('Choose what it is about.'),
})

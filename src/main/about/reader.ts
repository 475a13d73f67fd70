import type { AboutShown } from '../../core/about/about.ts'
import type { Context } from '../store/context.ts'

/** What a thing is called, and where it is seen. */
export type Named = Pick<AboutShown, 'name'> & { readonly page: string; readonly phone?: string }

/** How a feature names its things: those of these ids that are still there. */
export type AboutReader = (
  context: Pick<Context, 'db'>,
  ids: readonly number[],
) => Promise<ReadonlyMap<number, Named>>

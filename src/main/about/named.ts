import { aboutKinds, type About, type AboutKind, type AboutShown } from '../../core/about/about.ts'
import { customersNamed } from '../customers/edge.ts'
import { issuesNamed } from '../newsletter/edge.ts'
import { promisesNamed } from '../promises/edge.ts'
import { batchesNamed, productsNamed } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'
import type { AboutReader, Named } from './reader.ts'

/** Who names the things of each kind: a new kind adds a line. */
const readers: Readonly<Record<AboutKind, AboutReader>> = {
  customer: customersNamed,
  promise: promisesNamed,
  product: productsNamed,
  batch: batchesNamed,
  issue: issuesNamed,
}

/** A thing as it is called now; undefined where it is gone. */
export const thingNamed = async (
  context: Pick<Context, 'db'>,
  { kind, id }: About,
): Promise<Named | undefined> => (await readers[kind](context, [id])).get(id)

/** Things as links to them are shown, each kind asked once; `name` is what stands there where one is gone. */
export async function shownAbout(
  context: Pick<Context, 'db'>,
  links: readonly About[],
): Promise<(link: About, name: string) => AboutShown> {
  const found = new Map<AboutKind, ReadonlyMap<number, Named>>()
  for (const kind of aboutKinds) {
    const ids = [...new Set(links.filter((link) => link.kind === kind).map(({ id }) => id))]
    if (ids.length > 0) found.set(kind, await readers[kind](context, ids))
  }
  return ({ kind, id }, name) => {
    const now = found.get(kind)?.get(id)
    return { kind, id, name: now?.name ?? name, page: now?.page ?? null, phone: now?.phone ?? '' }
  }
}

import { join } from 'node:path'
import { ok, type Result } from '../../core/result.ts'
import { importFile } from '../customers/edge.ts'
import { importProducts } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'
import { readStory, type Story } from './story.ts'

/** All that the sample shop is made of, read and not yet kept. */
export interface SampleFiles {
  readonly story: Story
  readonly customers: (context: Context) => Promise<Result<unknown>>
  readonly products: readonly ((context: Context) => Promise<Result<unknown>>)[]
}

/** Reads what lies in `sample-shop` of the folder. */
export async function readFiles(context: Context, folder: string): Promise<Result<SampleFiles>> {
  const file = (name: string) => ({ path: join(folder, 'sample-shop', name), commit: true })
  const customers = await importFile.prepare(context, file('customers.csv'))
  if (!customers.ok) return customers
  const products: SampleFiles['products'][number][] = []
  for (const name of ['delicatessen.csv', 'grocery.csv']) {
    const list = await importProducts.prepare(context, file(name))
    if (!list.ok) return list
    products.push(list.value.keep)
  }
  const story = await readStory(join(folder, 'sample-shop'))
  return ok({ story, customers: customers.value.keep, products })
}

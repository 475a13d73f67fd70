import { alternate, type Figure } from './figures.ts'
import { shopOf } from './shops.ts'
import { hello, idleMemory, startTime, wellkept } from './window.ts'

const small = { years: 1, customers: 100, touches: 1000, visits: 500, batches: 500, promises: 200 }

/** V1: from start to Today painted, on a small shop and on the full one. `full` is the full one's file. */
export async function startFigures(full: string, rounds = 10): Promise<Figure[]> {
  const candidates = {
    hello: () => startTime(hello),
    small: async () => startTime(wellkept('small', await shopOf(small))),
    full: () => startTime(wellkept('full', full)),
  }
  // The first start of each fills the caches that a warm start finds.
  await alternate(1, candidates)
  const ms = await alternate(rounds, candidates)
  const target = (most: number) => ({ of: 'ratio', most }) as const
  const start = { goal: 'V1', unit: 'ms' } as const
  return [
    { ...start, what: 'start, small shop / hello', ours: ms.small, baseline: ms.hello, target: target(1.35) },
    { ...start, what: 'start, full shop / hello', ours: ms.full, baseline: ms.hello, target: target(1.35) },
    { ...start, what: 'start, full / small shop', ours: ms.full, baseline: ms.small, target: target(1.1) },
  ]
}

/** V2: memory of the idle app. */
export async function memoryFigures(full: string, rounds = 3): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const { ours, baseline } = await alternate(rounds, {
    ours: () => idleMemory(wellkept('full', full)),
    baseline: () => idleMemory(hello),
  })
  return [
    {
      goal: 'V2',
      what: 'idle memory, full shop / hello (PSS)',
      unit: 'MB',
      ours,
      baseline,
      target: { of: 'ratio', most: 1.5 },
    },
  ]
}

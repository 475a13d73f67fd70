import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { listBackups } from '../../src/main/backups/folder.ts'
import { run } from '../../src/main/backups/jobs.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import type { Shop } from '../../src/main/store/shop.ts'

/** One thing the child does; `open` brings an older file up to date. */
export type MixedStep =
  | { readonly what: 'open' }
  | { readonly what: 'edit'; readonly name: string }
  | { readonly what: 'import'; readonly tag: string }
  | { readonly what: 'export'; readonly atMs: number }
  | { readonly what: 'backup' }
  | { readonly what: 'restore'; readonly id: string }

/** What the child tells its parent, one JSON line each, written before anything else is done. */
export type MixedEvent =
  | { readonly at: 'ready' }
  | ({ readonly at: 'begun' } & MixedStep)
  /** Acknowledged: it must never be lost from here on. `made` is the id of a backup. */
  | ({ readonly at: 'done'; readonly made?: string } & MixedStep)

/** What the parent says once: the file, and numbers that decide what is done. */
export interface MixedStart {
  readonly path: string
  readonly seed: number
  readonly importRows: number
  readonly now: number
}

const say = (event: MixedEvent) => writeSync(1, `${JSON.stringify(event)}\n`)

const input = createInterface({ input: process.stdin })
input.once('line', (line) => void work(JSON.parse(line) as MixedStart))
say({ at: 'ready' })

async function work({ path, seed, importRows, now }: MixedStart): Promise<void> {
  const random = numbers(seed)
  const folder = dirname(path)
  const zone = 'Europe/Berlin'
  const ids: string[] = []
  let clock = now
  let shop: Shop | undefined
  let n = 0

  async function open(): Promise<void> {
    const opened = await openShop(path)
    if (!opened.ok) throw new Error(`${opened.problem.code}: ${opened.problem.message}`)
    shop = opened.value
  }
  async function call(name: string, sent: unknown): Promise<void> {
    const { result } = await dispatch(shop!, name, sent, { now: clock })
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
  }
  async function step(one: MixedStep, doIt: () => Promise<string | undefined | void>): Promise<void> {
    say({ at: 'begun', ...one })
    const made = await doIt()
    say({ at: 'done', ...one, ...(typeof made === 'string' && { made }) })
  }
  const backUp = async () => {
    // A day later each time, so that thinning leaves a few to go back to.
    clock += 24 * 3_600_000
    const made = await run({ job: 'keep', path, place: '', why: 'daily', now: clock, zone })
    if (!made.ok) throw new Error(JSON.stringify(made.problem))
    const [newest] = await listBackups(path)
    ids.push(newest!.id)
    return newest!.id
  }
  const restore = (id: string) => async () => {
    await shop!.close()
    clock += 60_000
    const done = await run({ job: 'restore', path, place: '', now: clock, zone, id })
    if (!done.ok) throw new Error(JSON.stringify(done.problem))
    await open()
  }

  await step({ what: 'open' }, open)
  await step({ what: 'backup' }, backUp)
  // Works on until it is killed.
  for (;;) {
    n++
    clock += 1000
    const chance = random()
    const tag = `${seed}x${n}`
    if (chance < 0.45)
      await step({ what: 'edit', name: `Edit ${tag}` }, () => call('customers.save', { name: `Edit ${tag}` }))
    else if (chance < 0.6) {
      const csv = join(folder, `import-${tag}.csv`)
      writeFileSync(csv, csvOf(tag, importRows))
      const sent = { path: csv, commit: true }
      await step({ what: 'import', tag }, () => call('customers.importFile', sent))
    } else if (chance < 0.72) {
      mkdirSync(join(folder, 'exports'), { recursive: true })
      const sent = { issueId: 1, folder: join(folder, 'exports'), as: 'eml-each', again: true }
      await step({ what: 'export', atMs: clock }, () => call('newsletter.exportMail', sent))
    } else if (chance < 0.86) await step({ what: 'backup' }, backUp)
    else {
      const there = new Set((await listBackups(path)).map(({ id }) => id))
      const known = ids.filter((id) => there.has(id))
      const id = known[Math.floor(random() * known.length)]!
      await step({ what: 'restore', id }, restore(id))
    }
  }
}

function csvOf(tag: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => `Imported ${tag}-${n},${tag}-${n}@imported.example`)
  return `name,email\n${lines.join('\n')}\n`
}

/** mulberry32, a public-domain generator. */
function numbers(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

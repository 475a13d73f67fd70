import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openShop } from '../../src/main/store/open.ts'
import { fillShop, type ShopSize } from '../../tests/support/ten-year-shop.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, '.cache/bench')

/** What a made shop depends on: made again when one of them changes. */
const sources = [
  'src/main/store/migrations/*.ts',
  'src/main/store/{triggers,insert-many}.ts',
  'src/core/{fold,day}.ts',
  'tests/support/ten-year-shop.ts',
]

/** The path of a shop of this size, made on first use and kept between runs. */
export async function shopOf(size: ShopSize): Promise<string> {
  const name = `${size.years}y-${size.customers}c-${size.touches}t-`
  const path = join(folder, `${name}${hashOfSources()}.wellkept`)
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder))
    if (old.startsWith(name) && !join(folder, old).startsWith(path)) rmSync(join(folder, old))
  if (!existsSync(path)) await make(path, size)
  return path
}

async function make(path: string, size: ShopSize): Promise<void> {
  const partial = `${path}.partial`
  for (const file of [partial, `${partial}-wal`, `${partial}-shm`]) rmSync(file, { force: true })
  const opened = await openShop(partial, { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  const began = performance.now()
  const tell = (words: string) =>
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${words}` : `${words}\n`)
  let shown = ''
  fillShop(opened.value, size, (words, done, total) => {
    const part = `${words} ${Math.floor((done / total) * 4) * 25} %`
    if (part !== shown) tell(`Making a shop of ${size.years} years: ${part}`)
    shown = part
  })
  await opened.value.close()
  renameSync(partial, path)
  tell(`Made a shop of ${size.years} years in ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted())
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

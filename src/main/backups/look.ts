import type { BackupRow } from '../../core/backups/calls.ts'
import { dayAt } from '../../core/day.ts'
import { listBackups, type FoundBackup } from './folder.ts'
import { folderIn, isThere } from './second-place.ts'

interface About {
  readonly path: string
  readonly place: string
  readonly now: number
  readonly zone: string
}

/** A network that does not answer is away, ms. */
const patienceMs = 3000

/** Whether there is a verified backup of today. */
export async function hasToday({ path, now, zone }: About): Promise<boolean> {
  const today = dayAt(now, zone)
  return (await readable(listBackups(path))).some(
    ({ manifest, atMs }) => manifest && dayAt(atMs, zone) === today,
  )
}

/** Whether the second place can be reached; false where there is none. */
export const canReach = async ({ place }: Pick<About, 'place'>): Promise<boolean> =>
  place !== '' && (await soon(isThere(place), false))

/** The backups on this PC and in the second place as one list, the one made last first. */
export async function allBackups(about: About): Promise<readonly BackupRow[]> {
  const here = await readable(listBackups(about.path))
  const there = (await canReach(about))
    ? await soon(readable(listBackups(about.path, folderIn(about.place))), [])
    : []
  const ids = [...new Set([...here, ...there].map(({ id }) => id))]
  return ids
    .map((id) =>
      rowOf(
        here.find((one) => one.id === id),
        there.find((one) => one.id === id),
      ),
    )
    .toSorted((a, b) => b.order - a.order)
    .map(({ row }) => row)
}

function rowOf(here: FoundBackup | undefined, there: FoundBackup | undefined) {
  const best = (here?.manifest ? here : undefined) ?? (there?.manifest ? there : undefined) ?? here ?? there!
  return {
    order: best.manifest?.order ?? best.atMs,
    row: {
      id: best.id,
      madeAtMs: best.atMs,
      bytes: best.bytes,
      verified: best.manifest !== undefined,
      why: best.manifest?.why ?? null,
      shop: best.manifest?.name ?? '',
      here: here !== undefined,
      second: there !== undefined,
    },
  }
}

/** A folder that cannot be read shows no backups; why, the next backup that is tried says. */
const readable = (list: Promise<readonly FoundBackup[]>) => list.catch((): readonly FoundBackup[] => [])

async function soon<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), patienceMs)))
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

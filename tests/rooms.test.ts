import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What rooms of the core and the window give to other features: all of what is shared, of a feature only these files. */
const gives: Readonly<Record<'core' | 'renderer', Readonly<Record<string, 'all' | readonly string[]>>>> = {
  core: {
    about: 'all',
    greeting: 'all',
    import: 'all',
    out: 'all',
    today: ['item.ts'],
    letters: ['calls.ts'],
    machine: ['calls.ts'],
    newsletter: ['header-value.ts', 'message.ts', 'quoted-printable.ts'],
    shop: ['act-states.ts', 'sample-choice.ts'],
    customers: [
      'called-alike.ts',
      'consent.ts',
      'line-name.ts',
      'name-prefix.ts',
      'names.ts',
      'person-words.ts',
      'reach-calls.ts',
      'whose-name.ts',
    ],
    hours: [
      'coming-days.ts',
      'told/out-blocks.ts',
      'inputs.ts',
      'open-time.ts',
      'schedule.ts',
      'special-day.ts',
      'week.ts',
    ],
  },
  renderer: {
    ui: 'all',
    backups: ['backup-choice.tsx', 'backup-note.tsx', 'backups-panel.tsx', 'move-panel.tsx'],
    customers: ['erase-dialog.tsx', 'tiers-list.tsx', 'touch-form.tsx'],
    history: ['history-link.tsx', 'turn-button.tsx'],
    hours: ['open-now.tsx', 'use-opening.ts', 'week-editor.tsx'],
    import: ['dropped-files.tsx', 'import-button.tsx'],
    letters: ['letter-dialog.tsx', 'letters-of.tsx', 'write-menu.tsx'],
    promises: ['close-dialog.tsx', 'promise-form.tsx', 'warn-dialog.tsx'],
    referrals: ['referrals-part.tsx'],
    actions: ['action-form.tsx', 'actions-of.tsx', 'finish-dialog.tsx'],
    staff: ['staff-menu.tsx', 'staff-panel.tsx', 'use-staff.ts'],
    shop: ['language-field.tsx', 'notices.tsx', 'opening.ts', 'place-fields.tsx', 'sample-mark.tsx'],
  },
}

const importsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from |import |import\()'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path!),
  )

const files = globSync('src/**/*.{ts,tsx}')
const all = new Map(files.map((file) => [file, importsIn(file)]))

/** `core` and `hours` of `src/core/hours/week.ts`; the room of a file that stands in none is ''. */
function placeOf(file: string) {
  const [, side, room, ...rest] = file.split('/')
  return { side: side!, room: rest.length > 0 ? room! : '', path: rest.join('/') }
}

/** Imports from one room of a side into another: of files in no room nothing is asked. */
const crossings = (side: 'core' | 'renderer') =>
  [...all].flatMap(([from, to]) => {
    const mine = placeOf(from)
    return to
      .map(placeOf)
      .filter((its) => mine.side === side && its.side === side && mine.room !== '' && its.room !== '')
      .filter((its) => its.room !== mine.room)
      .map((its) => ({ from, mine: mine.room, its: its.room, path: its.path }))
  })

test.each(['core', 'renderer'] as const)('%s: a feature takes of another only what that gives', (side) => {
  const found = crossings(side)
  expect(found.length).toBeGreaterThan(15)
  const isGiven = (room: string, path: string) => {
    const given = gives[side][room]
    return given === 'all' || given?.includes(path) === true
  }
  // The frame draws every page.
  const isPage = (mine: string, path: string) => mine === 'frame' && path.endsWith('-page.tsx')
  const strangers = found.filter(({ mine, its, path }) => !isGiven(its, path) && !isPage(mine, path))
  expect(strangers.map(({ from, its, path }) => `${from}: ${its}/${path}`)).toEqual([])
  const taken = new Set(found.map(({ its, path }) => `${its}/${path}`))
  const given = Object.entries(gives[side]).flatMap(([room, paths]) =>
    paths === 'all' ? [] : paths.map((path) => `${room}/${path}`),
  )
  expect(given.filter((one) => !taken.has(one))).toEqual([])
})

/** A way from something back to itself; undefined where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const walk = (at: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at]
    if (done.has(at)) return undefined
    for (const next of graph.get(at) ?? []) {
      const circle = walk(next, [...way, at])
      if (circle) return circle
    }
    done.add(at)
    return undefined
  }
  for (const start of graph.keys()) {
    const circle = walk(start, [])
    if (circle) return circle
  }
  return undefined
}

test.each(['core', 'renderer'] as const)('%s: no two rooms need each other', (side) => {
  const graph = new Map<string, string[]>()
  for (const { mine, its } of crossings(side)) graph.set(mine, [...(graph.get(mine) ?? []), its])
  expect(circleIn(graph)).toBeUndefined()
})

test('no files need each other, for their types either', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(circleIn(all)).toBeUndefined()
})

test('a circle is found', () => {
  const graph = (...ways: readonly string[]) => new Map(ways.map((way) => [way[0]!, way.slice(1).split('')]))
  expect(circleIn(graph('ab', 'bc', 'ca'))).toEqual(['a', 'b', 'c', 'a'])
  expect(circleIn(graph('abc', 'bc', 'c'))).toBeUndefined()
})

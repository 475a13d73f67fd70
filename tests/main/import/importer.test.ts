import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { parseFileDate } from '../../../src/core/import/dates.ts'
import { sampleColumns, type ImportKind } from '../../../src/core/import/kind.ts'
import type { PromiseReport } from '../../../src/core/promises/calls.ts'
import { handlers } from '../../../src/main/handlers.ts'
import { importer } from '../../../src/main/import/importer.ts'
import type { ImportFile, ImportPlan, PlannedLine } from '../../../src/main/import/plan.ts'
import { inSlices } from '../../../src/main/import/slices.ts'
import type { Context } from '../../../src/main/store/context.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { NewRow } from '../../../src/main/store/schema.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

type Field = 'number' | 'label' | 'back'

/** A list of its own: crates that are lent, kept as promises to give them back. */
const crates: ImportKind<Field> = {
  one: 'crate',
  many: 'crates',
  doing: { reading: 'Reading the crates', keeping: 'Keeping the crates' },
  fields: [
    { name: 'number', aliases: ['crate no', 'number'] },
    { name: 'label', aliases: ['label', 'what is in it'] },
    { name: 'back', label: 'Due back', aliases: ['back', 'due back'] },
  ],
  needs: {
    anyOf: ['label'],
    code: 'no-names',
    message: 'No column says what is in them.',
  },
  forms: [{ name: 'crate-book', columns: ['Crate no.'] }],
  columns: sampleColumns({ label: 'Label' }),
  sampleSize: 2,
  dates: ['back'],
  says: ({ added }, fileName, { counted }) => `${counted(added, crates.one, crates.many)} from ${fileName}`,
}

interface Crate {
  readonly label: string
  readonly ofSo: string
}

async function planOf(
  context: Context,
  { cell, readings }: ImportFile<Field>,
): Promise<ImportPlan<Field, Crate, Pick<PromiseReport, 'dates'>>> {
  const onFile = await context.db.selectFrom('promises').select('sourceId').execute()
  const known = new Set(onFile.map(({ sourceId }) => sourceId))
  const added: NewRow<'promises'>[] = []
  let heard = 0
  let compared = false
  const line = (outcome: PlannedLine<Crate>['outcome'], ...messages: string[]): PlannedLine<Crate> => ({
    outcome,
    messages,
    changes: [],
    sample: null,
  })
  return {
    hear: () => void heard++,
    compare: () => Promise.resolve(void (compared = true)),
    take({ cells }, place) {
      expect(compared).toBe(true)
      const [sourceId, label] = [cell(cells, 'number'), cell(cells, 'label')]
      if (known.has(sourceId)) return line('unchanged')
      const zone = context.zone
      const back = parseFileDate(cell(cells, 'back'), { order: readings.orderOf('back'), zone })
      if (label === '' || !back) return line('skipped', `No label or day, of ${heard}, at ${place}.`)
      const toldAtMs = instantOf(`${back.day}T12:00`, zone)
      added.push({ name: '', what: label, sourceId, madeAtMs: toldAtMs, toldAtMs, targetAtMs: toldAtMs })
      return { ...line('added'), sample: () => ({ label, ofSo: `of ${added.length}` }) }
    },
    aboutFile: () => [{ line: 3, message: 'The crates are old.' }],
    besides: ({ readings: { dates } }) => ({ dates }),
    async write() {
      const add = async (some: readonly NewRow<'promises'>[]) =>
        void (await context.insertMany('promises', some))
      await inSlices(context, added, crates.doing.keeping, add)
      return { added: added.length, updated: 0 }
    },
  }
}

const call = 'promises.importFile'
const itsOwn = handlers[call]
beforeEach(() => void Object.assign(handlers, { [call]: importer(crates, planOf) }))
afterEach(() => void Object.assign(handlers, { [call]: itsOwn }))

function fileOf(t: TestShop, ...lines: string[]): string {
  const path = join(t.folder, 'crates.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}

const kept = async (t: TestShop) =>
  (await t.shop.reader.selectFrom('promises').select('what').orderBy('id').execute()).map(({ what }) => what)

const three = ['Crate no.,What is in it,Due back', '1,Apples,2026-12-01', '2,Pears,2026-12-02', '3,,']

test('a list of its own comes in: columns guessed, lines with what became of them, the first as they would be kept', async () => {
  const t = await testShop()
  const report = await t.call(call, { path: fileOf(t, ...three), commit: true })
  expect(report).toEqual({
    format: 'crate-book',
    digest: createHash('sha256').update(three.join('\n')).digest('hex'),
    encoding: 'utf-8',
    delimiter: ',',
    header: ['Crate no.', 'What is in it', 'Due back'],
    examples: [
      ['1', '2', '3'],
      ['Apples', 'Pears'],
      ['2026-12-01', '2026-12-02'],
    ],
    mapping: { number: 'Crate no.', label: 'What is in it', back: 'Due back' },
    guess: { number: 'Crate no.', label: 'What is in it', back: 'Due back' },
    added: 2,
    updated: 0,
    unchanged: 0,
    skipped: 1,
    errors: [
      { line: 3, message: 'The crates are old.' },
      { line: 4, message: 'No label or day, of 3, at 2.' },
    ],
    errorCount: 2,
    sample: [
      { label: 'Apples', ofSo: 'of 2' },
      { label: 'Pears', ofSo: 'of 2' },
    ],
    dates: [],
  })
  expect(await kept(t)).toEqual(['Apples', 'Pears'])
})

test('a preview answers the same, and writes nothing', async () => {
  const t = await testShop()
  const path = fileOf(t, ...three)
  const looked = await t.answer(call, { path, commit: false })
  expect(looked.act).toBeUndefined()
  expect(looked.stale).toEqual([])
  expect(await kept(t)).toEqual([])
  expect((await t.answer(call, { path, commit: true })).result).toEqual(looked.result)
})

test('it is one act in the list’s words, one undo takes it back, and the same file once more changes nothing', async () => {
  const t = await testShop()
  const path = fileOf(t, ...three)
  const { act } = await t.answer(call, { path, commit: true })
  expect(act).toMatchObject({ says: '2 crates from crates.csv' })
  const again = await t.answer(call, { path, commit: true })
  expect(again).toMatchObject({ result: { value: { added: 0, unchanged: 2, skipped: 1 } }, stale: [] })
  expect(again.act).toBeUndefined()
  await t.call('shop.undo', {})
  expect(await kept(t)).toEqual([])
})

test('what is kept is what was shown: a file that was written over since is refused, also one as long and of the same columns', async () => {
  const t = await testShop()
  const path = fileOf(t, ...three)
  const { digest } = await t.call(call, { path, commit: false })
  const other = [...three.slice(0, 2), '2,Plums,2026-12-02', '3,,']
  fileOf(t, ...other)
  expect(await t.problem(call, { path, commit: true, digest })).toEqual({
    code: 'file-changed',
    message: 'The file has changed since it was shown. Nothing was kept. Look at it again.',
    field: 'path',
  })
  expect(await kept(t)).toEqual([])
  const { digest: now } = await t.call(call, { path, commit: false })
  expect(now).not.toBe(digest)
  await t.call(call, { path, commit: true, digest: now })
  expect(await kept(t)).toEqual(['Apples', 'Plums'])
})

test('a message names the line of the file, also behind a cell of several lines and a blank one', async () => {
  const t = await testShop()
  const path = fileOf(
    t,
    'label,back',
    '"Plums',
    'and figs",2026-12-01',
    '',
    'Nuts,soon',
    'Figs,2026-12-01,more',
  )
  const { errors } = await t.call(call, { path, commit: false })
  expect(errors).toEqual([
    { line: 3, message: 'The crates are old.' },
    { line: 5, message: 'No label or day, of 3, at 1.' },
    { line: 6, message: 'This line has 1 cell more than there are columns. It was left out.' },
  ])
})

test('the owner’s columns are taken, and what the file or the list does not have is refused', async () => {
  const t = await testShop()
  const path = fileOf(t, 'a,b', 'Apples,2026-12-01')
  expect(await t.call(call, { path, commit: false })).toMatchObject({ mapping: {}, skipped: 1 })
  expect(await t.problem(call, { path, commit: true })).toEqual({
    code: 'no-names',
    message: 'No column says what is in them.',
    field: 'mapping',
  })
  for (const [mapping, code, message] of [
    [{ label: 'c' }, 'no-column', 'The file has no column “c”. Nothing was changed.'],
    [{ colour: 'a' }, 'no-field', 'Crates have no field “colour”. Nothing was changed.'],
  ] as const)
    expect(await t.problem(call, { path, commit: false, mapping })).toEqual({
      code,
      message,
      field: 'mapping',
    })
  await t.call(call, { path, commit: true, mapping: { label: 'a', back: 'b' } })
  expect(await kept(t)).toEqual(['Apples'])
})

test('nothing is kept while a day could be another', async () => {
  const t = await testShop()
  const path = fileOf(t, 'label,back', 'Apples,3/12/2026')
  const { dates } = await t.call(call, { path, commit: false })
  expect(dates).toEqual([
    {
      field: 'back',
      column: 'back',
      line: 2,
      text: '3/12/2026',
      readings: { 'day-first': '2026-12-03', 'month-first': '2026-03-12' },
      contradicts: false,
      proposed: 'day-first',
      answer: null,
    },
  ])
  expect(await t.problem(call, { path, commit: true })).toMatchObject({
    code: 'open-date',
    field: 'dates.back',
  })
  expect(await kept(t)).toEqual([])
})

test('it stops where it is told to, while it reads or keeps, and leaves no row', async () => {
  const t = await testShop()
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},Crate ${i},2026-12-01`)
  const path = fileOf(t, 'number,label,back', ...rows)
  for (const words of [crates.doing.reading, crates.doing.keeping]) {
    const signal = { aborted: false }
    const onProgress = (now: { readonly words: string }) => void (signal.aborted ||= now.words === words)
    const options = { now: t.now, signal, onProgress }
    const { result, act } = await dispatch(t.shop, call, { path, commit: true }, options)
    expect([words, signal.aborted, result, act]).toMatchObject([
      words,
      true,
      { ok: false, problem: { code: 'cancelled' } },
      undefined,
    ])
    expect(await kept(t)).toEqual([])
  }
})

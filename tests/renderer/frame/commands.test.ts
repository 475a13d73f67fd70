import { expect, test, vi } from 'vitest'
import {
  begins,
  commandsWith,
  firstCommands,
  furtherCommands,
  isNamed,
} from '../../../src/renderer/frame/commands.ts'

const navigate = vi.fn<(path: string) => void>()
const pages = [{ name: 'Settings', path: '/settings' }]
const all = [...firstCommands(pages, navigate), ...furtherCommands(navigate)]
const found = (text: string) => commandsWith(all, text).map(({ label }) => label)

test.each([
  ['print', 'Print this week’s checklist'],
  ['PRINT sign', 'Print a sign for the door'],
  ['dark', 'Dark or light'],
  ['restore', 'Backups'],
  ['order', 'New promise'],
  ['mistake', 'Undo the last change'],
  ['weekly', 'Change the weekly hours'],
  ['unsub', 'Take somebody off the newsletter'],
  ['expir', 'What leaves the shelf'],
  ['setti', 'Go to Settings'],
  ['merge', 'Pairs that may be one person'],
  ['quiet', 'Quiet regulars'],
  ['export cust', 'Export customers'],
  ['receipts', 'Import visits'],
  ['tiers', 'How often people hear from us'],
])('“%s” finds “%s”', (text, label) => {
  expect(found(text)).toContain(label)
})

test('every typed word has to begin a word', () => {
  expect(found('int')).toEqual([])
  expect(found('print zebra')).toEqual([])
})

test('every command has a name of its own and leads somewhere', () => {
  const labels = all.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  for (const { run } of furtherCommands(navigate)) {
    navigate.mockClear()
    run()
    expect(navigate).toHaveBeenCalledOnce()
  }
})

test('what is called as it is typed comes first, what is only meant after it', () => {
  expect(found('import')[0]).toBe('Import customers')
  expect(found('export')).toEqual(['Export customers'])
  expect(found('new')[0]).toBe('New promise')
  expect(found('new').slice(1)).toContain('Add a customer')
  expect(
    commandsWith(
      [
        { label: 'B', words: 'a', run: () => {} },
        { label: 'A', words: '', run: () => {} },
      ],
      'a',
    ).map(({ label }) => label),
  ).toEqual(['A', 'B'])
})

test('a name begins with what is typed word by word, from its first word on', () => {
  expect(begins('Import customers', 'import cust')).toBe(true)
  expect(begins('Import customers', 'IMP')).toBe(true)
  expect(begins('Import customers', 'customers')).toBe(false)
  expect(begins('Import customers', 'import customers now')).toBe(false)
  expect(begins('Import customers', ' ')).toBe(false)
})

test('whoever is found is named by what is shown of them, or found by something else', () => {
  expect(isNamed(['Anna Müller', 'Bäckerei', '', '030 1'], 'mull baeck')).toBe(false)
  expect(isNamed(['Anna Müller', 'Bäckerei', '', '030 1'], 'mull back')).toBe(true)
  expect(isNamed(['Anna Müller', '', '', ''], 'import')).toBe(false)
})

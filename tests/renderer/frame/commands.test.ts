import { expect, test, vi } from 'vitest'
import { commandsWith, firstCommands, furtherCommands } from '../../../src/renderer/frame/commands.ts'

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

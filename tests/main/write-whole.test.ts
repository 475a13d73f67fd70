import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName, writeWhole } from '../../src/main/write-whole.ts'
import { runs } from '../support/runs.ts'
import { temporaryFolder } from '../support/shop.ts'

test.each([
  ['Käse & Brot – Week 48', 'Käse & Brot – Week 48'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', 'etc passwd'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['console', 'console'],
  ['  . ', 'Wellkept'],
  ['', 'Wellkept'],
  ['line\r\nbreak\u0000', 'line break'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('%j makes the file name %j', (text, name) => {
  expect(safeName(text)).toBe(name)
})

test('any text makes a name that is one, and can be written', async () => {
  const folder = temporaryFolder()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const name = safeName(text)
      expect(name).not.toMatch(/[/\\]|^\.|[. ]$/)
      await writeWhole(join(folder, `${name}.pdf`), new Uint8Array([1]))
    }),
    runs(50),
  )
})

test('a file is replaced whole, and a failure leaves the old one and no other', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'sheet.pdf')
  writeFileSync(file, 'old')
  await writeWhole(file, new TextEncoder().encode('new'))
  expect(readFileSync(file, 'utf8')).toBe('new')
  mkdirSync(join(folder, 'taken'))
  await expect(writeWhole(join(folder, 'taken'), new Uint8Array([1]))).rejects.toThrow()
  expect(readdirSync(folder).toSorted()).toEqual(['sheet.pdf', 'taken'])
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, readBackupName, readManifest } from '../../../src/core/backups/file.ts'
import { runs } from '../../support/runs.ts'

const name = { shop: 'shop.wellkept', atMs: Date.parse('2026-11-25T07:01:02.003Z'), version: 80 }
const sha256 = 'ab'.repeat(32)

describe('the name of a backup', () => {
  test('says the shop’s file, the moment and the schema', () => {
    expect(backupName(name)).toBe('shop.wellkept.2026-11-25T07-01-02-003Z.v80.backup')
  })

  test('is read as it was written', () => {
    const any = fc.record({
      shop: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !/[\n\r\u2028\u2029]/.test(text)),
      atMs: fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') }),
      version: fc.integer({ min: 0, max: 999_999 }),
    })
    fc.assert(
      fc.property(any, (one) => {
        expect(readBackupName(backupName(one))).toEqual(one)
      }),
      runs(200),
    )
  })

  test.each([
    'shop.wellkept',
    'shop.wellkept.2026-11-25T07-01-02-003Z.v80.backup.json',
    'shop.wellkept.2026-11-25T07-01-02-003Z.v80.backup.17.partial',
    'shop.wellkept.2026-02-30T07-01-02-003Z.v80.backup',
    'shop.wellkept.2026-11-25T27-01-02-003Z.v80.backup',
    'shop.wellkept.2026-11-25T07-01-02-003Z.v080.backup',
    '.2026-11-25T07-01-02-003Z.v80.backup',
    'letter to the bank.backup',
  ])('%s is none of ours', (other) => expect(readBackupName(other)).toBeUndefined())
})

describe('the record of a backup', () => {
  const whole = { sha256, version: 80, counts: { shop: 1 } }

  test('of the first release is read too', () => {
    expect(readManifest(JSON.stringify(whole), name)).toEqual({
      ...whole,
      order: name.atMs,
      bytes: undefined,
      why: 'before-update',
      code: '',
      name: '',
    })
  })

  test('is read as it was written', () => {
    const full = { ...whole, order: 7, bytes: 4096, why: 'daily', code: 'c0de', name: 'Corner Shop' } as const
    expect(readManifest(JSON.stringify(full), name)).toEqual(full)
  })

  test.each([
    '',
    'null',
    '[]',
    '{',
    '{}',
    JSON.stringify({ ...whole, version: 90 }),
    JSON.stringify({ ...whole, sha256: 'x' }),
    JSON.stringify({ ...whole, counts: 3 }),
  ])('%j is none', (text) => expect(readManifest(text, name)).toBeUndefined())
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { joinedPhones, isPhoneColumn } from '../../../src/core/customers/phone-columns.ts'
import { fieldOfKey, uniqueHeader } from '../../../src/core/import/mapping.ts'

const phonesOf = (header: readonly string[]) => {
  const guess = guessCustomerMapping(header)
  const others = Object.keys(guess).filter((key) => fieldOfKey(key) === 'otherPhones')
  return [guess['phone'], ...others.map((key) => guess[key])]
}

test('every column of phones is read, in whatever of these languages it is called', () => {
  expect(
    [
      'Name,Home Phone,Business Phone,Mobile Phone',
      'Nom,Tél,Portable',
      'Name,Phone,Mobile',
      'Name,Telefon,Handy',
      'Nom,Téléphone fixe,Téléphone portable',
      'Nom,Tél. domicile,Tél. portable',
      'Nom,Fixe,Portable,Fax',
      'Naam,Vaste telefoon,Mobiel',
      'Nombre,Teléfono fijo,Móvil',
      'Nome,Tel. casa,Cellulare',
      'Name,Tel. Büro,Handy-Nr.,Telefax',
      'Name,Phone,Phone (2)',
      'Nom,Tél/Portable',
    ].map((header) => phonesOf(header.split(','))),
  ).toEqual([
    ['Mobile Phone', 'Home Phone', 'Business Phone'],
    ['Tél', 'Portable'],
    ['Phone', 'Mobile'],
    ['Telefon', 'Handy'],
    ['Téléphone portable', 'Téléphone fixe'],
    ['Tél. portable', 'Tél. domicile'],
    ['Portable', 'Fixe'],
    ['Mobiel', 'Vaste telefoon'],
    ['Móvil', 'Teléfono fijo'],
    ['Cellulare', 'Tel. casa'],
    ['Handy-Nr.', 'Tel. Büro'],
    ['Phone', 'Phone (2)'],
    ['Tél/Portable'],
  ])
})

test('a column of phones is known by its short names, also with a number behind it', () => {
  for (const column of [
    'Ph',
    'Ph. No.',
    'Mob',
    'Mob. No',
    'Tel/Mob',
    'Telefon2',
    'Phone 2',
    'Tel2',
    'Mobile No',
    'Mobile No.',
    'Cell No',
    'Telefon geschäftl.',
    'Contact Number',
    'Contact No.',
  ])
    expect(phonesOf(['Name', column])).toEqual([column])
})

test('a column about a phone, somebody else’s or a fax is none; nor is a second mail address, which is one of the others', () => {
  for (const column of [
    'No phone',
    'Phone?',
    'Phone ok',
    'Phone type',
    'Phone 1 - Label',
    'Contact by phone',
    'Mobile marketing',
    'Assistant’s Phone',
    'Telefon Assistent',
    'Home Fax',
    'Telefax',
    'Pager',
    'Home',
    'Company',
    'Kontakt',
    'Nr',
    'Accepts SMS Marketing',
  ])
    expect(`${column}: ${isPhoneColumn(column)}`).toBe(`${column}: false`)
  const guess = guessCustomerMapping(['Name', 'E-mail Address', 'E-mail 2 Address', 'Phone'])
  expect(guess['otherMails:E-mail 2 Address']).toBe('E-mail 2 Address')
})

test('of the programs’ files, what says phone or mobile and is not read is another’s, a label or a machine', () => {
  const programs = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../data/headers/customers.json'), 'utf8'),
  ) as readonly { readonly header: readonly string[] }[]
  const left = new Set<string>()
  for (const { header } of programs) {
    const columns = uniqueHeader(header)
    const read = new Set(Object.values(guessCustomerMapping(columns)))
    for (const column of columns)
      if (!read.has(column) && /phone|tel\.|tél\.|telefon|téléphone|teléfono|telefoon|mobil/i.test(column))
        left.add(column)
  }
  const isNone = /as[sy]|phonetic|label|type|kategorie|tty|tdd|tekst|hörbehinderte/i
  expect([...left].filter((column) => !isNone.test(column))).toEqual([])
})

test('each number stands once, however it is written, and none that may be another is lost', () => {
  expect(
    [
      ['030 1', '0170 2', '030-1'],
      ['0170 2345678', '+49 170 2345678', '0049 (0)170 2345678'],
      ['', '', '040 7'],
      ['030 1234567 / 0170 2345678', '0170 2345678; 040 7'],
      ['(555) 010-1234', '+1 555 010 1234'],
      // Athens, and Berlin.
      ['+30 1234567', '030 1234567'],
      ['1234567', '91234567'],
      ['030 1 (Mum)', '0170 2 (Ben)'],
    ].map(joinedPhones),
  ).toEqual([
    '030 1, 0170 2',
    '0170 2345678',
    '040 7',
    '030 1234567 / 0170 2345678, 040 7',
    '(555) 010-1234',
    '+30 1234567, 030 1234567',
    '1234567, 91234567',
    '030 1 (Mum), 0170 2 (Ben)',
  ])
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quoted } from '../../support/customer-file.ts'
import { programsFile, programsPage } from '../../support/programs-report.ts'
import { cellsOf, programs, readingOf } from '../../support/programs.ts'
import { testShop } from '../../support/shop.ts'

/** Nothing of these is somebody's own to be kept: the assistant's, a fax, the line beside a mail address. */
const mayBeLeft =
  /assist|asst|fax|faks|type|typ|label|name|namn|navn|rodzaj|rückmeldung|callback|isdn|tty|telex|pager|tdd/i

test('no column that is called after mail addresses or telephones is left unread in any form', () => {
  const lost = programs.flatMap((program) =>
    readingOf(program)
      .left.filter(({ column }) => /e-?mail|e-post|messagerie|phone|tel[eé]f|mobil|handy/i.test(column))
      .filter(({ column }) => !mayBeLeft.test(column))
      .map(({ column }) => `${program.program}: ${column}`),
  )
  // Kinds, names and days beside an address, and telephones of nobody who could be called.
  expect(lost).toEqual([
    'Klaviyo: Email Marketing Consent Timestamp',
    'sevDesk: Telefon-Kategorie',
    'sevDesk: E-Mail-Kategorie',
    'Outlook de: Telefon für Hörbehinderte',
    'Outlook fr: Récepteur de radiomessagerie',
    "Outlook fr: Nom complet de l'adresse de messagerie",
    "Outlook fr: Nom complet de l'adresse de messagerie 2",
    "Outlook fr: Nom complet de l'adresse de messagerie 3",
    'Outlook nl: Teksttelefoon',
    'Outlook nl: Weergavenaam voor e-mail',
    'Outlook nl: E-mail, weergegeven naam 2',
    'Outlook nl: E-mail, weergegeven naam 3',
    'Outlook pl: Telefon asystenta',
    'Outlook pl: Wyświetlana nazwa e-mail',
    'Outlook pl: Wyświetlana nazwa e-mail 2',
    'Outlook pl: Wyświetlana nazwa e-mail 3',
    'Outlook pt-BR: Tipo de email',
    'Outlook pt-BR: Nome para exibição do email',
    'Outlook pt-BR: Tipo de email 2',
    'Outlook pt-BR: Nome para exibição do email 2',
    'Outlook pt-BR: Tipo de email 3',
    'Outlook pt-BR: Nome para exibição do email 3',
    'Windows Live Mail fr: Radiomessagerie',
  ])
})

test.each(programs.map((program) => [program.program, program] as const))(
  'a file of %s is read whole: every mail address, phone, name, address, birthday and note',
  async (_, program) => {
    const t = await testShop()
    const reading = readingOf(program)
    const cells = cellsOf(reading)
    const path = join(t.folder, 'list.csv')
    writeFileSync(path, [reading.columns, cells].map((line) => line.map(quoted).join(',')).join('\n'))
    const { added, errors } = await t.call('customers.importFile', { path, commit: true })
    expect([added, errors.filter(({ message }) => message.includes('left out'))]).toEqual([1, []])
    const one = await t.call('customers.one', { customerId: 1 })
    const kept = Object.values(one).join('\n')
    const parts = [
      'birthYear',
      'birthMonth',
      'birthDay',
      'houseNumber',
      'houseExtension',
      'language',
      'more answers',
    ]
    // A whole name beside its parts is the name.
    if (reading.read.has('name')) parts.push('middleName')
    for (const [field, columns] of reading.read)
      for (const column of columns) {
        const cell = cells[reading.columns.indexOf(column)]!
        if (cell !== '' && !parts.includes(field))
          expect([field, column, kept]).toEqual([field, column, expect.stringContaining(cell)])
      }
    if (reading.read.has('birthDay') || reading.read.has('birthday')) expect(one.birthday).toBe('1980-03-14')
    expect((await t.call('customers.importFile', { path, commit: true })).unchanged).toBe(1)
  },
)

test('the page about files of other programs is as they are read', () => {
  expect(readFileSync(programsFile, 'utf8')).toBe(programsPage())
})

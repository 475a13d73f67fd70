import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

async function brought(lines: readonly string[]) {
  const t = await testShop()
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, lines.join('\n'))
  const { errors } = await t.call('customers.importFile', { path, commit: true })
  const { rows } = await t.call('customers.search', {})
  const people: Record<string, readonly [string, string]> = {}
  for (const { id, name } of rows) {
    const { formOfAddress, title } = await t.call('customers.one', { customerId: id })
    people[name] = [formOfAddress, title]
  }
  return { t, path, people, errors: errors.map(({ message }) => message) }
}

test('a column of forms of address is read, a title beside it too, and names stay as they are', async () => {
  const { t, path, people } = await brought([
    'Anrede,Titel,Vorname,Nachname',
    'Frau,Dr.,Anna,Berg',
    'Herr,,Max,Weiss',
    'Sehr geehrte Frau,,Cleo,Roth',
    'Familie,,,Meyer',
    'Firma,,,Backhaus',
    'keine Angabe,,Kim,Lang',
  ])
  expect(people).toEqual({
    'Anna Berg': ['Ms Dr.', ''],
    'Max Weiss': ['Mr', ''],
    'Cleo Roth': ['Ms', ''],
    Meyer: ['Family', ''],
    Backhaus: ['Company', ''],
    'Kim Lang': ['', ''],
  })
  expect((await t.call('customers.importFile', { path, commit: true })).unchanged).toBe(6)
})

test('a column “Title” is what stands in it: forms of address, or positions', async () => {
  const forms = await brought([
    'First Name,Last Name,Title,Job Title',
    'Ann,Lee,Mrs.,Head baker',
    'Bob,Hill,Mr.,',
  ])
  expect(forms.people).toEqual({ 'Ann Lee': ['Ms', 'Head baker'], 'Bob Hill': ['Mr', ''] })
  const alone = await brought(['First Name,Last Name,Title', 'Ann,Lee,Mrs.', 'Bob,Hill,Mr.'])
  expect(alone.people).toEqual({ 'Ann Lee': ['Ms', ''], 'Bob Hill': ['Mr', ''] })
  const positions = await brought(['First Name,Last Name,Title', 'Ann,Lee,Head baker', 'Bob,Hill,CEO'])
  expect(positions.people).toEqual({ 'Ann Lee': ['', 'Head baker'], 'Bob Hill': ['', 'CEO'] })
  const letters = await brought(['Salutation,First Name,Last Name', 'Dear Ann,Ann,Lee', 'Dear Bob,Bob,Hill'])
  expect(letters.people).toEqual({ 'Ann Lee': ['', ''], 'Bob Hill': ['', ''] })
})

test('what is none is said and left out; what the owner wrote stays', async () => {
  const { t, path, people, errors } = await brought([
    'Salutation,Name',
    'Ms,Ann Lee',
    'Mr,Bob Hill',
    'Your Highness,Cleo Roth',
  ])
  expect(people['Cleo Roth']).toEqual(['', ''])
  expect(errors).toEqual(['“Your Highness” was not understood as a form of address. It was left out.'])
  const { rows } = await t.call('customers.search', { text: 'Bob' })
  const customerId = rows[0]!.id
  await t.call('customers.save', { customerId, formOfAddress: 'Herr Prof. Dr.' })
  await t.call('customers.importFile', { path, commit: true })
  expect((await t.call('customers.one', { customerId })).formOfAddress).toBe('Mr Prof.')
  expect(await t.problem('customers.save', { customerId, formOfAddress: 'Baker' })).toMatchObject({
    code: 'no-form',
    field: 'formOfAddress',
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const names = async (t: TestShop): Promise<readonly string[]> => {
  const { rows } = await t.call('customers.search', { limit: 500 })
  return rows.map(({ name }) => name).toSorted()
}

test.each([
  ['Name;Vorname;Ort', 'Meier;Anna;Bern', 'Anna Meier'],
  ['Vorname;Name;Ort', 'Anna;Meier;Bern', 'Anna Meier'],
  ['Naam;Voornaam;Plaats', 'Jansen;Piet;Breda', 'Piet Jansen'],
  ['Name,First Name,City', 'von der Heide,Anna,Bern', 'Anna von der Heide'],
  ['Name;Firstname;City', 'Meier;Anna;Bern', 'Anna Meier'],
  ['Name;Forename;City', 'Meier;Anna;Bern', 'Anna Meier'],
  ['Surname;Forename;City', 'Meier;Anna;Bern', 'Anna Meier'],
  ['Nachname;Vornamen;Ort', 'Meier;Anna Maria;Bern', 'Anna Maria Meier'],
  ['Nombre de pila;Apellidos;Ciudad', 'Ana;García López;Lugo', 'Ana García López'],
  ['Nom;Prénom;Ville', 'Dupont;Anne;Lyon', 'Anne Dupont'],
  ['Nombre;Apellidos;Ciudad', 'Ana;García López;Lugo', 'Ana García López'],
  ['Cognome;Nome;Città', 'Rossi;Anna;Pisa', 'Anna Rossi'],
  ['Name;Nome;Città', 'Rossi;Anna;Pisa', 'Anna Rossi'],
  ['Kundennr;Kundenname;Vorname', '1;Meier;Anna', 'Anna Meier'],
  ['Kunde;Vorname;Ort', 'Meier;Anna;Bern', 'Anna Meier'],
  ['Customer,First Name,City', 'Meier,Anna,Bern', 'Anna Meier'],
  ['Customer,First Name,City', 'Anna Meier,Anna,Bern', 'Anna Meier'],
  ['Name,First Name,City', 'Anna Meier,Anna,Bern', 'Anna Meier'],
  ['Name;Vorname;Ort', '"Meier, Anna";Anna;Bern', 'Meier, Anna'],
  ['Name;Vorname;Ort', 'A. Meier;Anna;Bern', 'A. Meier'],
  ['Name;Vorname;Ort', '山田太郎;太郎;東京', '山田太郎'],
  ['Name;Vorname;Ort', '김철수;철수;서울', '김철수'],
  ['Full Name,First Name,City', 'Bob Meier,Robert,Bern', 'Bob Meier'],
  ['Customer,Name,First Name', '17,Meier,Anna', 'Anna Meier'],
  ['Full Name,First Name,Last Name', 'Anna Meier,Anna,Meier', 'Anna Meier'],
])('%s: %s is %s, in the preview as well', async (header, line, name) => {
  const t = await testShop()
  const preview = await importText(t, `${header}\n${line}\n`, false)
  expect(preview).toMatchObject({ added: 1, sample: [{ name }] })
  expect(await importText(t, `${header}\n${line}\n`)).toMatchObject({ added: 1, updated: 0 })
  expect(await names(t)).toEqual([name])
  expect(await importText(t, `${header}\n${line}\n`)).toMatchObject({ added: 0, updated: 0 })
})

test('two of one last name and address are two, and one whose line has no first name stays as they are called', async () => {
  const t = await testShop()
  const file =
    'Name;Vorname;Strasse;Ort\nMeier;Anna;Weg 1;Bern\nMeier;Bernd;Weg 1;Bern\nBau GmbH;;Weg 2;Bern\n'
  expect(await importText(t, file)).toMatchObject({ added: 3, updated: 0 })
  expect(await names(t)).toEqual(['Anna Meier', 'Bau GmbH', 'Bernd Meier'])
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
})

test('what most lines say holds for all of them', async () => {
  const t = await testShop()
  await importText(t, 'Name;Vorname\nPaul;Paul\nPeter;Hans-Peter\nMeier;Anna\nKlein;Otto\nGroß;Eva\n')
  expect(await names(t)).toEqual(['Anna Meier', 'Eva Groß', 'Hans-Peter Peter', 'Otto Klein', 'Paul Paul'])
  const other = await testShop()
  await importText(other, 'Name;Vorname\nAnna Meier;Anna\nOtto Klein;Otto\nBob Groß;Robert\n')
  expect(await names(other)).toEqual(['Anna Meier', 'Bob Groß', 'Otto Klein'])
})

test('whoever came in by the last name alone before is not taken for one of a family', async () => {
  const t = await testShop()
  await importText(t, 'Nr;Name;E-Mail\n1;Meier;m@x.example\n')
  const file = 'Nr;Name;Vorname;E-Mail\n1;Meier;Anna;m@x.example\n2;Meier;Bernd;m@x.example\n'
  const { added, errors } = await importText(t, file)
  expect(added).toBe(2)
  expect(errors.map(({ message }) => message)).toEqual([
    'Meier has the same number, 1, but is somebody else. Both were kept.',
    'Meier has the same mail address, m@x.example. Both were kept.',
  ])
  expect(await names(t)).toEqual(['Anna Meier', 'Bernd Meier', 'Meier'])
})

test.each([
  ['Name', ['Meier;Anna', 'Anna Berg;Anna'], ['Anna Meier', 'Anna Berg']],
  ['Name', ['Meier;Anna', 'Klein;Otto', 'Berg, Eva;Eva'], ['Anna Meier', 'Otto Klein', 'Berg, Eva']],
  ['Name', ['Anna Meier;Anna', 'Otto Klein;Otto', 'Berg;Anna'], ['Anna Meier', 'Otto Klein', 'Anna Berg']],
  ['Name', ['Dr. Meier;Anna', 'Frau Klein;Eva'], ['Dr. Anna Meier', 'Frau Eva Klein']],
  [
    'Kunde',
    ['Meier;Anna', 'Klein;Otto', '3M Deutschland GmbH;'],
    ['Anna Meier', 'Otto Klein', '3M Deutschland GmbH'],
  ],
  ['Kunde', ['Meier;Anna', 'Klein;Otto', 'Cafe 21;'], ['Anna Meier', 'Otto Klein', 'Cafe 21']],
  ['Kunde', ['Meier;Anna', 'Klein;Otto', 'B2B;'], ['Anna Meier', 'Otto Klein', 'B2B']],
  ['Kunde', ['17;Anna', 'K 20;Otto', 'Bau GmbH;', 'Klein;Eva'], ['Anna', 'Otto', 'Bau GmbH', 'Eva Klein']],
])('under %s each line of %j is looked at by itself, in any file', async (column, lines, expected) => {
  const t = await testShop()
  const file = `${column};Vorname\n${lines.join('\n')}\n`
  expect(await importText(t, file)).toMatchObject({ added: lines.length, skipped: 0 })
  expect(await names(t)).toEqual(expected.toSorted())
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: lines.length })
})

test('a list that grows until most of it is whole names is the same people', async () => {
  const t = await testShop()
  const lines = ['Name;Vorname;Telefon', 'Meier;Anna;030 111111', 'Anna Berg;Anna;030 222222']
  await importText(t, lines.join('\n'))
  const more = [...lines, 'Tom Ek;Tom;030 3333333', 'Eva Klein;Eva;030 4444444']
  expect(await importText(t, more.join('\n'))).toMatchObject({ added: 2, updated: 0, unchanged: 2 })
})

test.each([
  ['Voornaam;Tussenvoegsel;Achternaam', 'Jan;van der;Berg', 'Jan;de;Berg'],
  ['Voornaam;Prefix;Achternaam', 'Jan;van der;Berg', 'Jan;de;Berg'],
  ['Naam;Voornaam;Tussenvoegsels', 'Berg;Jan;van der', 'Berg;Jan;de'],
  ['First Name;LastnamePreposition;Last Name', 'Jan;van der;Berg', 'Jan;de;Berg'],
])('%s: what stands before a last name tells two people', async (header, ...lines) => {
  const t = await testShop()
  const file = `${header}\n${lines.join('\n')}\n`
  expect(await importText(t, file)).toMatchObject({ added: 2 })
  expect(await names(t)).toEqual(['Jan de Berg', 'Jan van der Berg'])
})

const last = fc.constantFrom('Meier', 'Klein', 'von der Heide', 'García López', 'Müller-Lang', 'O’Neil')
const first = fc.constantFrom('Anna', 'Bernd', 'Ana María', 'Hans-Jörg', 'Zoë')
const headers = fc.constantFrom(
  ['Name', 'Vorname'],
  ['Naam', 'Voornaam'],
  ['Name', 'First Name'],
  ['Name', 'Firstname'],
  ['Nom', 'Prénom'],
  ['Apellidos', 'Nombre'],
  ['Cognome', 'Nome'],
  ['Kunde', 'Vorname'],
)

test('random files: everybody has their whole name, once, in either order of the columns', async () => {
  await fc.assert(
    fc.asyncProperty(
      headers,
      fc.uniqueArray(fc.tuple(last, first), { minLength: 1, maxLength: 8, selector: String }),
      fc.boolean(),
      fc.boolean(),
      async (header, people, isTurned, isWhole) => {
        const t = await testShop()
        const mayBeWhole = header[0] === 'Name' || header[0] === 'Naam' || header[0] === 'Kunde'
        const lines = people.map(([one, other]) => [isWhole && mayBeWhole ? `${other} ${one}` : one, other])
        const text = [header, ...lines].map((cells) => (isTurned ? cells.toReversed() : cells).join(';'))
        const file = `${text.join('\n')}\n`
        expect(await importText(t, file)).toMatchObject({ added: people.length, updated: 0 })
        expect(await names(t)).toEqual(people.map(([one, other]) => `${other} ${one}`).toSorted())
        expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: people.length })
      },
    ),
    runs(15),
  )
})

const krone = 'Hotel Krone GmbH;Susanne Wolf;Hotel Krone GmbH;info@krone.de'

test.each([
  ['among people', [`Müller;Anna;;a@x.de`, `Klein;Otto;;o@x.de`, krone]],
  ['alone', [krone]],
  ['without a column of firms', ['Hotel Krone GmbH;Susanne Wolf;;info@krone.de']],
  ['of a form nobody knows', ['Café Sonne;Susanne Wolf;Café Sonne;info@krone.de']],
] as const)('a firm in the place of a name is the firm, and its contact the person: %s', async (_, lines) => {
  const t = await testShop()
  await importText(t, `Name;Vorname;Firma;E-Mail\n${lines.join('\n')}\n`)
  const { rows } = await t.call('customers.search', { text: 'krone.de' })
  const firm = lines.at(-1)!.split(';')[0]!
  expect(rows).toMatchObject([{ name: 'Susanne Wolf', company: firm }])
  const again = `Name;Vorname;Firma;E-Mail\n${lines.at(-1)}\n`
  expect(await importText(t, again)).toMatchObject({ added: 0, updated: 0 })
})

test('a last name that is the company’s as well stays the person’s', async () => {
  const t = await testShop()
  await importText(t, 'Name;Vorname;Firma\nBerg;Anna;Berg\nKlein;Eva;Klein & Sohn\n')
  expect(await names(t)).toEqual(['Anna Berg', 'Eva Klein'])
})

import { expect, test } from 'vitest'
import { cardColumns } from '../../../src/core/customers/vcard/columns.ts'
import { cardsIn } from '../../../src/core/customers/vcard/lines.ts'
import { customerCards } from '../../../src/core/customers/vcard/cards.ts'
import { cardRow } from '../../../src/core/customers/vcard/read.ts'
import type { LineMessage } from '../../../src/core/import/report.ts'

const decode = (bytes: readonly number[], charset: string, fatal: boolean) => {
  try {
    return new TextDecoder(charset, { fatal }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

/** The cells of each card that say something. */
const read = (...lines: readonly string[]) =>
  [...cardsIn(lines.join('\r\n'), decode)].map((card) =>
    Object.fromEntries(
      cardRow(card)
        .cells.map((cell, i) => [cardColumns[i]!, cell] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  )
const card = (...lines: readonly string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD']

test('a card of 2.1 in quoted-printable, with a charset, soft breaks and folded lines', () => {
  expect(
    read(
      ...card(
        'VERSION:2.1',
        'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
        'FN;QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B6rg M=C3=BC=',
        'ller',
        'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=',
        'two',
        'TEL;CELL;PREF:0171 1',
        'TEL;WORK;FAX:030 9',
        'ADR;HOME:;;Weg 1;K=C3=B6ln;;50667;',
      ),
    ),
  ).toEqual([
    {
      Name: 'Jörg Müller',
      Phone: '0171 1 (mobile)',
      Street: 'Weg 1',
      City: 'K=C3=B6ln',
      Postcode: '50667',
      Notes: 'one\ntwo\nFax: 030 9',
    },
  ])
})

test('bytes of no charset are UTF-8 where they can be, else Western Europe’s', () => {
  const name = (bytes: string) => read(...card(`FN;ENCODING=QUOTED-PRINTABLE:${bytes}`))[0]
  expect([name('J=C3=B6rg'), name('J=F6rg')]).toEqual([{ Name: 'Jörg' }, { Name: 'Jörg' }])
})

test('Apple’s labels, groups, hidden years and escaped signs; 4.0’s URIs and preferences', () => {
  expect(
    read(
      ...card(
        'VERSION:3.0',
        'FN:Anna Berg',
        'item1.TEL:030 1',
        'item1.X-ABLabel:_$!<HomeFAX>!$_',
        'item2.TEL;type=pref:030 2',
        'item2.X-ABLabel:Shop \\, back',
        'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14',
        'ORG:Berg\\; Sons;Kitchen',
        'URL:http\\://x.example',
        'CATEGORIES:My Contacts,Regulars',
      ),
    ),
  ).toEqual([
    {
      Name: 'Anna Berg',
      Company: 'Berg; Sons, Kitchen',
      Phone: '030 2 (shop back)',
      Birthday: '--03-14',
      Notes: 'Home fax: 030 1\nWeb: http://x.example\nGroups: Regulars',
    },
  ])
  expect(
    read(
      ...card(
        'VERSION:4.0',
        'FN:Ben Roth',
        'EMAIL;PREF=2:b@x.example',
        'EMAIL;TYPE=work;PREF=1:mailto:work@x.example',
        'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
        'LANG;PREF=2:en',
        'LANG;PREF=1:fr',
        'BDAY:--0203',
      ),
    ),
  ).toEqual([
    {
      Name: 'Ben Roth',
      'Mail address': 'work@x.example',
      'Other mail addresses': 'b@x.example',
      Phone: '+1-418-656-9254 ext. 102 (work)',
      Birthday: '--0203',
      Language: 'fr',
    },
  ])
})

test('a name is put together of its parts where there is no other; a firm’s card has none', () => {
  expect(read(...card('N:van der Berg;Jan;Piet;Dr.;MSc'))).toEqual([
    { Name: 'Dr. Jan Piet van der Berg MSc' },
  ])
  expect(read(...card('FN:Berg & Co', 'ORG:Berg & Co', 'KIND:org'))).toEqual([{ Company: 'Berg & Co' }])
  expect(read(...card('FN:Berg & Co', 'ORG:Berg & Co', 'X-ABShowAs:COMPANY'))).toEqual([
    { Company: 'Berg & Co' },
  ])
})

test('cards that are not closed, cards in cards and lines that are none lose nothing of the others', () => {
  const cards = [
    ...cardsIn(
      [
        'BEGIN:VCARD',
        'FN:Open',
        'BEGIN:VCARD',
        'FN:Boss',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:Helper',
        'END:VCARD',
        'TEL:1',
        'no property',
        'END:VCARD',
        '',
        'BEGIN:VCARD',
        'FN:Last',
      ].join('\n'),
      decode,
    ),
  ]
  expect(
    cards.map(({ isOpen, properties }) => [
      isOpen,
      ...properties.map(({ name, value }) => `${name} ${value}`),
    ]),
  ).toEqual([
    [true, 'FN Open'],
    [false, 'FN Boss', 'AGENT ', 'TEL 1'],
    [true, 'FN Last'],
  ])
})

test('one number for at home and from abroad is one, with its kind; a number that only may be the same is another', () => {
  expect(
    read(...card('FN:Anna Berg', 'TEL:0171 2345678', 'TEL;TYPE=CELL:+49 171 2345678', 'TEL:171 2345679')),
  ).toEqual([{ Name: 'Anna Berg', Phone: '0171 2345678 (mobile), 171 2345679' }])
})

test('a group of people is nobody: it is left out and said, in 4.0 and as Apple writes it', () => {
  const problems: LineMessage[] = []
  const cards = [
    ...card('VERSION:4.0', 'KIND:group', 'FN:Regulars', 'MEMBER:urn:uuid:1'),
    ...card('VERSION:3.0', 'X-ADDRESSBOOKSERVER-KIND:group', 'FN:Choir'),
    ...card('VERSION:4.0', 'KIND:individual', 'FN:Anna Berg'),
  ]
  const rows = [...customerCards.read(cards.join('\r\n'), decode, problems)]
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Anna Berg'])
  expect(problems).toEqual([
    { line: 1, message: '“Regulars” is a group of people, and nobody itself. It was left out.' },
    { line: 7, message: '“Choir” is a group of people, and nobody itself. It was left out.' },
  ])
})

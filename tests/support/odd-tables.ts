import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Delimiter } from '../../src/core/import/delimiter.ts'
import type { Encoding } from '../../src/core/import/encoding.ts'
import { encode } from './encode.ts'

const require = createRequire(import.meta.url)

/** What a reader of the file would say of it; written by hand. */
export interface Right {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  readonly rows: number
  /** Field -> column; not said where the file is of no list. */
  readonly mapping?: Readonly<Record<string, string>>
  /** What cannot be known and is asked before anything is kept. */
  readonly asks?: 'date' | 'number'
}

export interface OddTable {
  readonly name: string
  readonly what: string
  readonly call: 'customers.importFile' | 'stock.importProducts' | 'promises.importFile' | null
  readonly bytes: Uint8Array
  /** Or the problem by which it is refused. */
  readonly right: Right | string
}

type Said = Partial<Right> & {
  readonly mark?: boolean
  readonly call?: OddTable['call']
  readonly bytes?: Uint8Array
  readonly refused?: string
}

const people = { name: 'Name', email: 'Mail', city: 'Ort' }
const lines = ['Name,Mail,Ort', 'Jörg Müller,j@x.example,Köln', 'Ana Gómez,a@x.example,Bonn']
const list = (...all: readonly string[]) => `${all.join('\n')}\n`
const parted = (by: string) => list(...lines.map((line) => line.replaceAll(',', by)))

/** A made file; what is not said is a customer list of two lines in UTF-8, parted by commas. */
function made(name: string, what: string, text: string, said: Said = {}): OddTable {
  const { mark = false, call = 'customers.importFile', bytes, refused, ...other } = said
  const right: Right = {
    encoding: 'utf-8',
    delimiter: ',',
    header: ['Name', 'Mail', 'Ort'],
    rows: 2,
    mapping: people,
    ...other,
  }
  return { name, what, call, bytes: bytes ?? encode(text, right.encoding, mark), right: refused ?? right }
}

const names = (header: string, ...all: readonly string[]) => list(header, ...all)
const damaged = Buffer.from(parted(','), 'utf8')
const first = (text: string) => ({ header: text.split(',') })
const dueOf = { customer: 'Customer', what: 'What', told: 'Due' }

const own: readonly OddTable[] = [
  made('utf-8', 'UTF-8 without a mark', parted(',')),
  made('utf-8-mark', 'UTF-8 with a mark', parted(','), { mark: true }),
  made('utf-16le-mark', 'UTF-16 little endian, tabs (Excel: Unicode text)', parted('\t'), {
    encoding: 'utf-16le',
    mark: true,
    delimiter: '\t',
  }),
  made('utf-16be-mark', 'UTF-16 big endian, tabs', parted('\t'), {
    encoding: 'utf-16be',
    mark: true,
    delimiter: '\t',
  }),
  made('utf-16le', 'UTF-16 little endian without a mark', parted(';'), {
    encoding: 'utf-16le',
    delimiter: ';',
  }),
  made('utf-16be', 'UTF-16 big endian without a mark', parted(','), { encoding: 'utf-16be' }),
  made('1252-german', 'Windows-1252, German', parted(';'), { encoding: 'windows-1252', delimiter: ';' }),
  made(
    '1252-french',
    'Windows-1252, French',
    names('Nom;Courriel;Ville', 'Élodie Lefèvre;e@x.example;Orléans', 'Jérôme Noël;j@x.example;Besançon'),
    {
      encoding: 'windows-1252',
      delimiter: ';',
      header: ['Nom', 'Courriel', 'Ville'],
      mapping: { lastName: 'Nom', email: 'Courriel', city: 'Ville' },
    },
  ),
  made(
    '1252-signs',
    'Windows-1252, only a euro and curly quotes',
    names('Name;Notes', 'Anna;“likes” it', 'Ben;owes 5 €'),
    {
      encoding: 'windows-1252',
      delimiter: ';',
      header: ['Name', 'Notes'],
      mapping: { name: 'Name', notes: 'Notes' },
    },
  ),
  made(
    '1250-polish',
    'Windows-1250, Polish',
    names('Nazwisko;Miasto', 'Żółty;Łódź', 'Wiśniewska;Kraków', 'Dąbrowski;Gdańsk'),
    {
      encoding: 'windows-1250',
      delimiter: ';',
      rows: 3,
      header: ['Nazwisko', 'Miasto'],
      mapping: { lastName: 'Nazwisko', city: 'Miasto' },
    },
  ),
  made(
    '1250-czech',
    'Windows-1250, Czech',
    names('Name;Ort', 'Jiří Dvořák;Plzeň', 'Lenka Šťastná;České Budějovice', 'Ondřej Růžička;Ústí'),
    {
      encoding: 'windows-1250',
      delimiter: ';',
      rows: 3,
      header: ['Name', 'Ort'],
      mapping: { name: 'Name', city: 'Ort' },
    },
  ),
  made(
    '1250-hungarian',
    'Windows-1250, Hungarian',
    names('Name;Ort', 'Szabó Győző;Győr', 'Kovács Ágnes;Székesfehérvár', 'Tóth Erzsébet;Gyöngyös'),
    {
      encoding: 'windows-1250',
      delimiter: ';',
      rows: 3,
      header: ['Name', 'Ort'],
      mapping: { name: 'Name', city: 'Ort' },
    },
  ),
  made(
    '1251-russian',
    'Windows-1251, Russian',
    names('Name;City', 'Иван Петров;Москва', 'Ольга Смирнова;Санкт-Петербург'),
    {
      encoding: 'windows-1251',
      delimiter: ';',
      header: ['Name', 'City'],
      mapping: { name: 'Name', city: 'City' },
    },
  ),
  made(
    '1251-ukrainian',
    'Windows-1251, Ukrainian',
    names('Name;City', 'Віктор Шевченко;Київ', 'Кіра Їжак;Львів'),
    {
      encoding: 'windows-1251',
      delimiter: ';',
      header: ['Name', 'City'],
      mapping: { name: 'Name', city: 'City' },
    },
  ),
  made(
    'ascii',
    'letters without accents alone',
    names('Name,Mail,Ort', 'Anna,a@x.example,Bonn', 'Ben,b@x.example,Ulm'),
  ),
  made('utf-8-damaged', 'UTF-8 with a broken letter', '', {
    bytes: Buffer.concat([damaged, Uint8Array.of(0xe4), Buffer.from(',x@x.example,Ulm\n')]),
    rows: 3,
  }),
  made('semicolons', 'parted by semicolons', parted(';'), { delimiter: ';' }),
  made('tabs', 'parted by tabs', parted('\t'), { delimiter: '\t' }),
  made('bars', 'parted by bars', parted('|'), { delimiter: '|' }),
  made('sep-semicolon', 'Excel’s line sep=;', `sep=;\r\n${parted(';')}`, { delimiter: ';' }),
  made('sep-bar', 'the line sep=| behind a mark', `sep=|\r\n${parted('|')}`, { delimiter: '|', mark: true }),
  made('sep-quoted', 'the line sep in quotes', `"sep=,"\n${parted(',')}`),
  made(
    'comma-in-quotes',
    'commas within quotes',
    names('Name,Mail,Ort', '"Müller, Jörg",j@x.example,"Köln, Nord"', 'Ben,b@x.example,Ulm'),
  ),
  made(
    'decimal-commas',
    'semicolons beside decimal commas',
    names('Name;Price;Stock', 'Ham;1,25;3', 'Pie;2,50;1,5'),
    {
      call: 'stock.importProducts',
      delimiter: ';',
      header: ['Name', 'Price', 'Stock'],
      mapping: { name: 'Name', price: 'Price', inStock: 'Stock' },
    },
  ),
  made(
    'tabs-and-commas',
    'two delimiters: tabs, with commas in every cell',
    names('Name\tMail\tOrt', 'Berg, Anna\ta@x.example\tBonn, Süd', 'Ost, Ben\tb@x.example\tUlm, Mitte'),
    { delimiter: '\t' },
  ),
  made(
    'bars-and-semicolons',
    'two delimiters: bars, with semicolons in the notes',
    names('Name|Mail|Notes', 'Anna|a@x.example|tall; kind', 'Ben|b@x.example|a; b; c'),
    {
      delimiter: '|',
      header: ['Name', 'Mail', 'Notes'],
      mapping: { name: 'Name', email: 'Mail', notes: 'Notes' },
    },
  ),
  made(
    'semicolons-and-commas',
    'two delimiters: semicolons, with commas in some cells',
    names('Name;Mail;Ort', 'Berg, Anna;a@x.example;Bonn', 'Ben;b@x.example;Ulm, Mitte'),
    { delimiter: ';' },
  ),
  made('one-column', 'a single column', names('Name', 'Anna', 'Ben'), {
    header: ['Name'],
    mapping: { name: 'Name' },
  }),
  made(
    'one-column-commas',
    'a single column of mail addresses with names',
    names('Mail', 'a@x.example', 'b@x.example'),
    { header: ['Mail'], mapping: { email: 'Mail' } },
  ),
  made(
    'all-quoted',
    'every cell in quotes',
    list(
      ...lines.map((line) =>
        line
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(';'),
      ),
    ),
    { delimiter: ';' },
  ),
  made(
    'header-quoted',
    'only the header in quotes',
    names('"Name","Mail","Ort"', 'Anna,a@x.example,Bonn', 'Ben,b@x.example,Ulm'),
  ),
  made('cr', 'line ends of old Macs (CR)', parted(',').replaceAll('\n', '\r')),
  made('crlf', 'line ends of Windows (CR LF)', parted(',').replaceAll('\n', '\r\n')),
  made(
    'mixed-ends',
    'line ends of three kinds',
    'Name,Mail,Ort\r\nAnna,a@x.example,Bonn\rBen,b@x.example,Ulm\nCleo,c@x.example,Trier\r\n',
    { rows: 3 },
  ),
  made('no-last-end', 'no end of the last line', parted(',').trimEnd()),
  made('blank-lines', 'empty lines between', lines.join('\n\n\n')),
  made(
    'quoted-breaks',
    'line breaks within quotes',
    names('Name,Mail,Notes', 'Anna,a@x.example,"one\ntwo\n\nthree"', 'Ben,b@x.example,"x"'),
    { header: ['Name', 'Mail', 'Notes'], mapping: { name: 'Name', email: 'Mail', notes: 'Notes' } },
  ),
  made(
    'quoted-crlf',
    'CR LF within quotes',
    'Name,Mail,Notes\r\nAnna,a@x.example,"one\r\ntwo"\r\nBen,b@x.example,\r\n',
    { header: ['Name', 'Mail', 'Notes'], mapping: { name: 'Name', email: 'Mail', notes: 'Notes' } },
  ),
  made(
    'short-rows',
    'lines with fewer cells',
    names('Name,Mail,Ort', 'Anna', 'Ben,b@x.example', 'Cleo,c@x.example,Ulm'),
    { rows: 3 },
  ),
  made(
    'long-rows',
    'lines with more cells',
    names('Name,Mail,Ort', 'Anna,a@x.example,Bonn,x,y', 'Ben,b@x.example,Ulm'),
  ),
  made('trailing', 'a delimiter at every line’s end', list(...lines.map((line) => `${line},`)), {
    header: ['Name', 'Mail', 'Ort', 'Column 4'],
  }),
  made(
    'trailing-many',
    'empty columns at the end',
    list(...lines.map((line) => `${line.replaceAll(',', ';')};;;`)),
    { delimiter: ';', header: ['Name', 'Mail', 'Ort', 'Column 4', 'Column 5', 'Column 6'] },
  ),
  made(
    'leading',
    'an empty column at the beginning',
    list(...lines.map((line) => `;${line.replaceAll(',', ';')}`)),
    { delimiter: ';', header: ['Column 1', 'Name', 'Mail', 'Ort'] },
  ),
  made(
    'spaces',
    'spaces around everything',
    list(...lines.map((line) => ` ${line.replaceAll(',', ' , ')} `)),
  ),
  made(
    'spaces-quotes',
    'spaces around quotes',
    names('Name , "Mail" , Ort', ' "Berg, Anna" , "a@x.example" , Bonn', 'Ben, b@x.example , "Ulm" '),
  ),
  made(
    'same-headers',
    'columns of the same name',
    names('Name,Mail,Ort,Ort', 'Anna,a@x.example,Bonn,Ulm', 'Ben,b@x.example,Ulm,'),
    {
      header: ['Name', 'Mail', 'Ort', 'Ort (2)'],
      // The first is at home, the second another place.
      mapping: { ...people, city2: 'Ort (2)' },
    },
  ),
  made(
    'unnamed',
    'a column without a name',
    names('Name,,Mail,Ort', 'Anna,x,a@x.example,Bonn', 'Ben,y,b@x.example,Ulm'),
    { header: ['Name', 'Column 2', 'Mail', 'Ort'] },
  ),
  made('title-above', 'a title above the header', list('My customers', '', ...lines)),
  made(
    'report',
    'a report with three lines above the header',
    list(
      'Corner Shop;;',
      'Customers;;',
      'Printed;30.11.2026;',
      ...lines.map((line) => line.replaceAll(',', ';')),
    ),
    { delimiter: ';' },
  ),
  made('header-only', 'a header alone', 'Name,Mail,Ort\n', { rows: 0 }),
  made('empty', 'an empty file', '', { refused: 'empty' }),
  made('blank', 'only blanks', ' \r\n\r\n  ', { refused: 'empty' }),
  made('no-header', 'no header: refused, with why', list('Anna,a@x.example,Bonn', 'Ben,b@x.example,Ulm'), {
    refused: 'no-header',
  }),
  made(
    'total',
    'a line of totals at the end, which is nobody',
    names('Name;Mail;Ort', 'Anna;a@x.example;Bonn', 'Ben;b@x.example;Ulm', 'Total;;2'),
    { delimiter: ';' },
  ),
  made(
    'nuls',
    'NULs between the letters',
    names('Name,Mail,Ort', 'An\0na,a@x.example,Bonn', 'Ben,b@x.example,U\0lm'),
  ),
  made(
    'megabyte',
    'a cell of a megabyte',
    names('Name,Mail,Notes', `Anna,a@x.example,"${'long, '.repeat(175_000)}"`, 'Ben,b@x.example,x'),
    { header: ['Name', 'Mail', 'Notes'], mapping: { name: 'Name', email: 'Mail', notes: 'Notes' } },
  ),
  made(
    'open-quote',
    'a quote that is never closed',
    names('Name,Mail,Ort', '"Anna,a@x.example,Bonn', 'Ben,b@x.example,Ulm'),
  ),
  made(
    'inches',
    'quotes within a cell',
    names('Name,Mail,Notes', 'Anna,a@x.example,5" pipe', 'Ben,b@x.example,the "best"'),
    { header: ['Name', 'Mail', 'Notes'], mapping: { name: 'Name', email: 'Mail', notes: 'Notes' } },
  ),
  made(
    'day-or-month',
    'dates that can be both: asked',
    names('Customer,What,Due', 'Zoe,Cake,3/4/2026', 'Ada,Pie,5/6/2026'),
    { call: 'promises.importFile', ...first('Customer,What,Due'), mapping: dueOf, asks: 'date' },
  ),
  made(
    'month-first',
    'dates with the month first',
    names('Customer,What,Due', 'Zoe,Cake,3/4/2026', 'Ada,Pie,5/26/2026'),
    { call: 'promises.importFile', ...first('Customer,What,Due'), mapping: dueOf },
  ),
  made(
    'day-first',
    'dates with the day first',
    names('Customer,What,Due', 'Zoe,Cake,3/4/2026', 'Ada,Pie,26/5/2026'),
    { call: 'promises.importFile', ...first('Customer,What,Due'), mapping: dueOf },
  ),
  made(
    'both-orders',
    'dates of both orders: asked',
    names('Customer,What,Due', 'Zoe,Cake,3/24/2026', 'Ada,Pie,26/5/2026', 'Ida,Tart,1/2/2026'),
    { call: 'promises.importFile', ...first('Customer,What,Due'), rows: 3, mapping: dueOf, asks: 'date' },
  ),
  made('open-price', 'a price that can be two: asked', names('Name;Price', 'Ham;1.250', 'Pie;2.500'), {
    call: 'stock.importProducts',
    delimiter: ';',
    header: ['Name', 'Price'],
    mapping: { name: 'Name', price: 'Price' },
    asks: 'number',
  }),
  made(
    'text-marks',
    'apostrophes before numbers',
    names('Name,Phone,PLZ', "Anna,'+49 30 1,'01234", "Ben,'030 2,'04109"),
    { ...first('Name,Phone,PLZ'), mapping: { name: 'Name', phone: 'Phone', postcode: 'PLZ' } },
  ),
  made('workbook', 'a workbook with the ending of a table: refused', '', {
    bytes: Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'),
    refused: 'a-workbook',
  }),
]

/** The right reading of csv-spectrum, whose header names no list's fields: its cells are compared with its own answers. */
function spectrum(): readonly OddTable[] {
  const folder = dirname(require.resolve('csv-spectrum'))
  return readdirSync(join(folder, 'csvs')).map((file): OddTable => {
    const name = file.replace('.csv', '')
    const json = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as object | object[]
    // One of them is a single line without its list.
    const answers = [json].flat()
    return {
      name: `csv-spectrum/${name}`,
      what: `of the npm package csv-spectrum (BSD-2-Clause)`,
      call: null,
      bytes: readFileSync(join(folder, 'csvs', file)),
      right: {
        encoding: 'utf-8',
        delimiter: ',',
        header: Object.keys(answers[0] ?? {}),
        rows: answers.length,
      },
    }
  })
}

export const ownTables = own
export const oddTables: readonly OddTable[] = [...spectrum(), ...own]

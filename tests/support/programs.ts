import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { guessCustomerMapping } from '../../src/core/customers/import-fields.ts'
import { mailKind } from '../../src/core/customers/mail-columns.ts'
import { fieldOfKey, uniqueHeader } from '../../src/core/import/mapping.ts'

/** A form of file that a program writes. */
export interface Program {
  readonly program: string
  /** Field -> the column it has to be read from. */
  readonly taken: Readonly<Record<string, string>>
  readonly header: readonly string[]
}

export const programs = JSON.parse(
  readFileSync(join(import.meta.dirname, '../data/headers/customers.json'), 'utf8'),
) as readonly Program[]

/** What is read of a form: the columns of each field, and those about mail; and what is left out, with why. */
export interface Reading {
  readonly program: string
  readonly columns: readonly string[]
  readonly read: ReadonlyMap<string, readonly string[]>
  readonly left: readonly { readonly column: string; readonly why: string }[]
}

/** Why a column is left out, by its name folded to letters; the first that fits. */
const reasons: readonly (readonly [why: string, names: RegExp])[] = [
  [
    'says what kind the value beside it is',
    /^(?:e ?mail|e ?post|phone|telefon|address|webseiten|adress|organization).*(?:type|typ|label|kategorie)$|typ (?:poczty|posta)|^tipo de (?:email|correo)|^rodzaj e|^type de messagerie|^tipo posta|^e ?posttyp|^e ?mailtype/,
  ],
  [
    'a fax, a pager or a telex is not called',
    /fax|faks|faxov|telecopie|pager|piep|buscapers|cercapers|radiomess|personsok|personsog|hakulait|telex|teleks|\btty|teletip|teksttelef|isdn|rnis|horbehindert/,
  ],
  [
    'the number of an assistant or for calling back, not theirs',
    /ass?ist.*(?:phone|tel)|(?:phone|tel).*ass?ist|asst phone|callback|rappel|ruckmeldung|devolucion de llamada|richiamata|terugbellen|tilbagekald|motringning|wywolanie zwrotne|retorno de chamada/,
  ],
  [
    'visits and money come from the file of orders',
    /total (?:spent|orders|spend|visits)|orders?$|spend$|aov|order (?:id|date|status|total)|value$|visit|transaction|since|year to date|balance|loyalty|sales$|delivery date|average/,
  ],
  ['an answer about another way, or for somebody else', /sms|whatsapp|partner/],
  [
    'tags and groups have no field',
    /tags?$|labels?$|groups?$|kategor|categor|group membership|grupp|keywords|stichworter|palabras clave|parole chiave|palavras chave|trefwoorden|nyckelord|nogleord|slowa kluczowe|mots cles/,
  ],
  [
    'a form of address or a title, which is read where what stands in it is one',
    /salutation|social title|anrede|titel|(?<!campaign )title|tytul|titolo|tratamento|titre|suffi|achtervoegsel|prefix|namensvorsatz|adelstitel|namenszusatz/,
  ],
  [
    'how a name sounds or is shortened',
    /nick|yomi|phonetic|spitzname|surnom|pseudo|alias|apodo|apelido|soprannome|bijnaam|kallenavn|smeknamn|lempinimi|prezdivka|przydomek|initial|iniciales|iniciais|inicjaly|short name|maiden|file as|screen name|messenger|nom de l ecran|nombre en pantalla|schermnaam|nome de tela|nome a mostrar|skarmnamn|skaermnavn|skjermnavn|komunikator|zobrazovane|nayttonimi|visa$|vist navn|weergavenaam|weergegeven|display name|angezeigter name|nome visualizzato|nome para exibicao|nombre de pantalla|nom complet de l adresse|e ?postnamn|wyswietlana/,
  ],
  [
    'a further address: two are kept, and what is typed',
    /^(?:other|anden|andet|weitere|otr[ao]|altr[oa]|ander|inny|outr[ao]|annan|annat|autre)|\(autre\)|\(anders\)|\(2\)$|^(?:cidade|estado|cep)$/,
  ],
  [
    'the same in other words as the columns that are read',
    /formatted|home address$|business address$|country code|province code|full name|suburb|attn|attention|shipping|number$|extension/,
  ],
  [
    'the program’s own number, day or bookkeeping',
    /\bid\b|euid|leid|created|added|modified|changed|registered|registration|signup|sign up|last (?:active|open|click|activity)|first active|source|rating|optin|confirm|latitude|longitude|gmtoff|dstoff|timezone|^cc$|ip address|campaign|reason|enabled|role|username|confirmed|creation|instant|blocked|status|stage|owner|create date|time$/,
  ],
]

const plain = (column: string): string =>
  column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}()]+/gu, ' ')
    .trim()

const whyLeft = (column: string): string =>
  reasons.find(([, names]) => names.test(plain(column)))?.[0] ?? 'no field of a customer of a shop'

/** How an import reads a form. */
export function readingOf({ program, header }: Program): Reading {
  const columns = uniqueHeader(header)
  const mapping = guessCustomerMapping(columns)
  const read = new Map<string, string[]>()
  for (const [key, column] of Object.entries(mapping)) {
    const field = fieldOfKey(key)
    read.set(field, [...(read.get(field) ?? []), column])
  }
  const taken = new Set(Object.values(mapping))
  const rest = columns.filter((column) => !taken.has(column))
  const answers = rest.filter((column) => mailKind(column) !== null)
  if (answers.length > 0) read.set('more answers', answers)
  const left = rest.filter((column) => mailKind(column) === null)
  return { program, columns, read, left: left.map((column) => ({ column, why: whyLeft(column) })) }
}

/** What stands in a column of each field of the generated file of a form. */
export const told: Readonly<Record<string, string>> = {
  sourceId: 'K-77',
  name: 'Anna Berg',
  firstName: 'Anna',
  middleName: 'Maria',
  lastName: 'Berg',
  formOfAddress: 'Ms',
  honorific: 'Dr.',
  company: 'Berg Bakers Ltd',
  title: 'Head baker',
  email: 'anna@berg.example',
  otherMails: 'anna@second.example',
  phone: '+49 30 123456',
  otherPhones: '+49 171 7654321',
  street: 'Hauptstr. 7',
  streetLines: 'Second floor',
  houseNumber: '7',
  houseExtension: 'b',
  city: 'Köln',
  region: 'Rheinland',
  postcode: '01234',
  country: 'Germany',
  street2: 'Hafenweg 9',
  street2Lines: 'Gate 3',
  city2: 'Kiel',
  region2: 'Holstein',
  postcode2: '24103',
  country2: 'Denmark',
  otherAddresses: 'Inselweg 1, Sylt',
  notes: 'Likes rye',
  birthday: '1980-03-14',
  birthYear: '1980',
  birthMonth: '3',
  birthDay: '14',
  language: 'de',
}

/** The cells of the generated file: each read column says what its field has; a second one of a field differs by a digit. */
export function cellsOf({ columns, read }: Reading): readonly string[] {
  return columns.map((column) => {
    for (const [field, its] of read) {
      const place = its.indexOf(column)
      if (place < 0) continue
      const value = told[field] ?? ''
      if (place === 0) return value
      if (field === 'otherMails') return value.replace('@', `${place}@`)
      return field === 'otherPhones' ? value.replace(/\d$/, '') + place : `${value} ${place}`
    }
    return ''
  })
}

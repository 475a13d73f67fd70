import {
  aliasesIn,
  fieldOfKey,
  guessMapping,
  keyOfFurther,
  headerKey,
  type ImportField,
  type Mapping,
} from '../import/mapping.ts'
import { columnCells, type Sheet } from '../import/sheet.ts'
import { addressFields, homeWords, otherPlaceWords, streetLineWords, workWords } from './address-words.ts'
import { answerHeaders, mailKind, refusalHeaders, type MailKind } from './mail-columns.ts'
import { customerNumberWords, personWords } from './person-words.ts'
import { withForms } from './form-columns.ts'
import { withPrefix } from './name-prefix.ts'
import { isPhoneColumn, withPhones } from './phone-columns.ts'
import { withMails } from './way-columns.ts'
import { holdsPhones, isOpenNumber, mayBePhones } from './phone-look.ts'
import { whoseName, withLastName } from './whose-name.ts'

const field = <const Name extends string>(
  name: Name,
  aliases: string,
  label?: string,
): ImportField<Name> => ({
  name,
  aliases: aliasesIn(aliases),
  ...(label !== undefined && { label }),
})

const nameField = field('name', personWords.name)

/** The parts of a second address, each under a name of its own. */
export const secondAddress = [
  { name: 'street2', of: 'street', label: 'Second address: street' },
  { name: 'city2', of: 'city', label: 'Second address: city' },
  { name: 'region2', of: 'region', label: 'Second address: region' },
  { name: 'postcode2', of: 'postcode', label: 'Second address: postcode' },
  { name: 'country2', of: 'country', label: 'Second address: country' },
] as const

/** What a customer import can fill, with the header texts of common programs and languages. */
export const customerFields = [
  { ...field('sourceId', customerNumberWords, 'Number'), isWhole: true },
  // What Wellkept itself writes: two of them in one file are two people.
  field('ownNumber', 'Wellkept number', 'Wellkept number'),
  nameField,
  field('firstName', personWords.firstName, 'First name'),
  field('middleName', personWords.middleName, 'Middle name'),
  field('namePrefix', personWords.namePrefix, 'Last name prefix'),
  field('lastName', personWords.lastName, 'Last name'),
  field('company', personWords.company),
  field('title', personWords.title),
  field('email', personWords.email, 'Mail address'),
  field('phone', personWords.phone),
  // Until a customer has several phones, they stand in one field: see phone-columns.ts.
  { name: 'otherPhones', aliases: [], label: 'Other phones', furtherOf: 'phone' },
  {
    name: 'otherMails',
    aliases: aliasesIn('Other mail addresses'),
    label: 'Other mail addresses',
    furtherOf: 'email',
  },
  ...addressFields.map((name) => field(name, homeWords[name])),
  // Of none but itself: another street takes the place of the first.
  { name: 'streetLines', aliases: [], label: 'Street, further lines', furtherOf: 'streetLines' },
  {
    name: 'street2Lines',
    aliases: [],
    label: 'Second address: street, further lines',
    furtherOf: 'street2Lines',
  },
  ...secondAddress.map(({ name, label }) => ({ name, aliases: [], label })),
  field('otherAddresses', 'Other addresses, Additional addresses', 'Other addresses'),
  field(
    'houseNumber',
    'House number, Hausnummer, Hausnr, Huisnummer, Street number, Numéro de rue, Numero civico',
    'House number',
  ),
  field(
    'houseExtension',
    'Extension, House number extension, Hausnummerzusatz, Toevoeging, Huisnummertoevoeging',
    'House number, what stands behind it',
  ),
  field(
    'notes',
    'Notes, Note, Memo, Notizen, Notiz, Bemerkung, Bemerkungen, Remarks, Comment, Comments, Remarques, Commentaire, Notas, Observaciones, Observações, Anotações, Aantekeningen, Notities, Notatki, Uwagi, Anteckningar, Kommentar, Notater, Muistiinpanot, Poznámky, Beschreibung, Description, Customer message, Staff notes',
  ),
  field(
    'mustKnow',
    'Must know, Allergies, Allergy, Allergien, Allergie, Unverträglichkeiten, Allergènes, Alergias, Allergieën, Intolerances',
    'Must know (allergies)',
  ),
  field(
    'birthday',
    `Birthday, Birthdate, Birth date, Date of birth, DOB, Geburtstag, Geburtsdatum, Anniversaire, Date de naissance, Cumpleaños,
    Fecha de nacimiento, Compleanno, Data di nascita, Verjaardag, Geboortedatum, Data de nascimento, Aniversário, Urodziny, Födelsedag, Fødselsdag, Narozeniny`,
  ),
  field(
    'birthYear',
    `Birth year, Geburtsjahr, Année de naissance, Año de nacimiento, Anno di nascita, Geboortejaar, Ano de nascimento, Urodziny – Rok, Född år, Fødselsår, Syntymävuosi, Rok narození`,
    'Birthday, year',
  ),
  field(
    'birthMonth',
    `Birth month, Geburtsmonat, Mois de naissance, Mois, Mes de nacimiento, Mese di nascita, Geboortemaand, Mês de nascimento, Urodziny – Miesiąc, Född månad, Fødselsmåned, Syntymäkuukausi, Měsíc narození`,
    'Birthday, month',
  ),
  field(
    'birthDay',
    `Birth day, Geburtstag (2), Jour de naissance, Jour, Día de nacimiento, Giorno di nascita, Geboortedag, Dia de nascimento, Data de nascimento, Urodziny – Dzień, Född dag, Syntymäpäivä, Den narození`,
    'Birthday, day',
  ),
  field(
    'language',
    'Language, Locale, Sprache, Langue, Idioma, Lingua, Taal, Língua, Język, Språk, Sprog, Language code, Preferred language',
  ),
  field(
    'reachBy',
    'Reach by, Preferred contact method, Preferred channel, Contact preference, Bevorzugter Kontaktweg',
    'Rather reached by',
  ),
  // See form-columns.ts.
  { name: 'formOfAddress', aliases: [], label: 'Form of address' },
  { name: 'honorific', aliases: [], label: 'Title before the name' },
  field('preferences', 'Preferences, Likes, Vorlieben, Préférences, Preferencias, Preferenze, Voorkeuren'),
  // What is in them is read by consent-column.ts, each by its own header.
  field('consent', answerHeaders, 'Mail yes or no'),
  field('refusal', refusalHeaders, 'Must not be mailed'),
] as const

export type CustomerField = (typeof customerFields)[number]['name']

/** Files that call the person simply "Customer". */
const personNamedCustomer: readonly ImportField[] = customerFields.map((known) =>
  known === nameField
    ? {
        ...known,
        aliases: ['customer', 'kunde', 'kunden', 'client', 'clients', 'cliente', 'klant', ...known.aliases],
      }
    : known,
)

/** Where no address of home is in the file: the same fields by the words for another. */
const addressAtWork: readonly ImportField[] = addressFields.map((name) => field(name, workWords[name]))

/** Where goods are sent, and what programs number as the second. */
const addressElsewhere: readonly ImportField[] = addressFields.map((name) =>
  field(name, otherPlaceWords[name]),
)

/**
 * Which column fills which field of a customer. `isBlank` says of a column that no line has anything in it: another that
 * could fill the same field comes first; `cellsOf` gives what is in one, as a number may be a telephone and a name the last one
 * alone. "Customer" is the number where a name stands beside it, else the name.
 */
export function guessCustomerMapping(
  header: readonly string[],
  isBlank: (column: string) => boolean = () => false,
  cellsOf: (column: string) => Iterable<string> = () => [],
): Mapping {
  const phones = new Set(header.filter((column) => holdsPhones(column, cellsOf)))
  const named = header.filter((column) => !phones.has(column))
  const filled = guessFrom(named.filter((column) => !isBlank(column)))
  const all = guessFrom(named)
  const taken = new Set(Object.values(filled))
  const more = Object.entries(all).filter(([name, column]) => !(name in filled) && !taken.has(column))
  const guess = withPrefix(
    withForms(withLastName({ ...Object.fromEntries(more), ...filled }, cellsOf), named, cellsOf),
    header,
    cellsOf,
    'lastName',
    'namePrefix',
  )
  const withAll = withMails(withStreetLines(withSecondAddress(withBirthday(guess), header), header), header)
  return withPhones(withAll, header, (column) => phones.has(column) || isPhoneColumn(column))
}

const workKeys = new Set(
  [...addressAtWork, ...addressElsewhere].flatMap(({ aliases }) => aliases.map(headerKey)),
)

function guessFrom(header: readonly string[]): Mapping {
  const elsewhere = header.filter((column) => !workKeys.has(headerKey(column)))
  const guess = inPlace(guessMapping(elsewhere, customerFields), header)
  const named = ['name', 'firstName', 'lastName', 'company'].some((name) => name in guess)
  const people = named ? guess : guessMapping(header, personNamedCustomer)
  return withMail(withoutStatus(withHouse(whoseName(people), header)), header)
}

/** "Status" alone is no consent, an active customer was not asked; nor is what only resembles one, as HubSpot's "Marketing contact status". */
function withoutStatus({ consent, refusal, ...others }: Mapping): Mapping {
  const kind = consent === undefined ? null : mailKind(consent)
  const isAnswer = kind === 'answer' || kind === 'subscription' || kind === 'status'
  const isRefusal = refusal !== undefined && mailKind(refusal) === 'refusal'
  return {
    // "No contact" is no number.
    ...Object.fromEntries(Object.entries(others).filter(([, column]) => mailKind(column) !== 'refusal')),
    ...(isAnswer && consent !== undefined && { consent }),
    ...(isRefusal && { refusal }),
  }
}

/** A column about mail is never left unread for want of a word in the lists. */
function withMail(guess: Mapping, header: readonly string[]): Mapping {
  const taken = new Set(Object.values(guess))
  const found = (...kinds: readonly MailKind[]) =>
    header.find((column) => {
      const kind = taken.has(column) ? null : mailKind(column)
      return kind !== null && kinds.includes(kind)
    })
  const more: Record<string, string | undefined> = {
    consent: guess['consent'] ?? found('answer', 'subscription', 'status'),
    refusal: guess['refusal'] ?? found('refusal'),
  }
  const read = Object.entries(more).filter((one): one is [string, string] => one[1] !== undefined)
  return { ...guess, ...Object.fromEntries(read) }
}

/** Beside a street's bare name stands the house's "Number". */
function withHouse(guess: Mapping, header: readonly string[]): Mapping {
  if (guess['street'] === undefined || headerKey(guess['street']) !== 'streetname') return guess
  const number = header.find(
    (column) => headerKey(column) === 'number' && !Object.values(guess).includes(column),
  )
  return number === undefined ? guess : { ...guess, houseNumber: number }
}

/** Thunderbird's three columns; "Geburtstag" alone is the whole of it. */
function withBirthday({ birthYear, birthMonth, birthDay, ...others }: Mapping): Mapping {
  if (birthMonth !== undefined && birthDay === undefined && others['birthday'] !== undefined) {
    const { birthday, ...rest } = others
    return { ...rest, ...(birthYear !== undefined && { birthYear }), birthMonth, birthDay: birthday }
  }
  if (birthMonth === undefined || birthDay === undefined) return others
  return { ...others, ...(birthYear !== undefined && { birthYear }), birthMonth, birthDay }
}

/** A second place, where one is in the file: that of work, another one, or a further set of columns of the same names. */
function withSecondAddress(guess: Mapping, header: readonly string[]): Mapping {
  if (!('street' in guess) && !('city' in guess)) return guess
  const taken = new Set(Object.values(guess))
  const rest = header.filter((column) => !taken.has(column))
  const again = Object.fromEntries(
    addressFields.flatMap((name) => {
      const column = rest.find((other) => other === `${guess[name]} (2)`)
      return column === undefined ? [] : [[name, column]]
    }),
  )
  for (const place of [addressAtWork, addressElsewhere]) {
    const second = guessMapping(rest, place)
    if ('street' in second || 'city' in second)
      return { ...guess, ...underSecondNames({ ...again, ...second }) }
  }
  return 'street' in again || 'city' in again ? { ...guess, ...underSecondNames(again) } : guess
}

const underSecondNames = (address: Mapping): Mapping =>
  Object.fromEntries(
    secondAddress.flatMap(({ name, of }) => (address[of] === undefined ? [] : [[name, address[of]]])),
  )

const streetLines = new Set(streetLineWords.split(',').map(headerKey))

/** A column's name without the number of the line that it is of: "Address line 2", "Adress privat (rad 2)", "Huisadres, straat 2". */
const withoutLine = (column: string): string =>
  headerKey(column.replace(/(?<!\d)[1-4](?!\d)|\b(?:line|rad)\b/gi, ' '))

/** Google's number tells one address from another, and is of no line. */
const isNumberedPlace = (column: string): boolean => /^\p{L}+ \d - /u.test(column)

/** Further lines of both streets. */
function withStreetLines(guess: Mapping, header: readonly string[]): Mapping {
  const taken = new Set(Object.values(guess))
  const linesOf = (field: 'streetLines' | 'street2Lines', street: string | undefined) =>
    street === undefined
      ? []
      : header.filter((column) => {
          if (taken.has(column)) return false
          if (field === 'streetLines' && streetLines.has(headerKey(column))) return true
          return !isNumberedPlace(street) && withoutLine(column) === withoutLine(street)
        })
  const lines = {
    streetLines: linesOf('streetLines', guess['street']),
    street2Lines: linesOf('street2Lines', guess['street2']),
  }
  return {
    ...guess,
    ...Object.fromEntries(
      Object.entries(lines).flatMap(([field, columns]) =>
        columns.map((column) => [keyOfFurther(field, column), column]),
      ),
    ),
  }
}

/** The address of one place: of home where its street or city is there, else of work. */
function inPlace(guess: Mapping, header: readonly string[]): Mapping {
  if ('street' in guess || 'city' in guess) return guess
  const rest = header.filter((column) => !Object.values(guess).includes(column))
  const atWork = guessMapping(rest, addressAtWork)
  return 'street' in atWork || 'city' in atWork ? { ...guess, ...atWork } : guess
}

/** What the owner is told of columns of numbers, as a telephone is none of a customer's own: what was decided by the cells, and what they leave open. */
export function aboutNumbers(sheet: Sheet, mapping: Mapping): readonly string[] {
  const { header } = sheet
  const fieldOf = new Map(Object.entries(mapping).map(([key, column]) => [column, fieldOfKey(key)]))
  const numbers = new Set([guessFrom(header)['sourceId']])
  return header.flatMap((column) => {
    const field = fieldOf.get(column)
    if (field === undefined && mayBePhones(column))
      return [
        `“${column}” may be a telephone or the customer’s number, and what is in it does not look like telephones. It was not read: choose what it is.`,
      ]
    if (
      field === 'sourceId' &&
      mapping['phone'] === undefined &&
      isOpenNumber(column, columnCells(sheet, column))
    )
      return [`“${column}” was read as the customer’s number. If telephones are in it, choose “Phone”.`]
    const isPhone = field === 'phone' || field === 'otherPhones'
    return isPhone && numbers.has(column) && !isPhoneColumn(column)
      ? [
          `What is in “${column}” looks like telephones. It was read as that; choose “Number” if it is the customer’s number.`,
        ]
      : []
  })
}

/** How many of the cells are column names of a customer's details: two and more are a header. */
export const knownColumns = (cells: readonly string[]): number =>
  Object.keys(guessCustomerMapping(cells.filter((cell) => cell.trim() !== ''))).length

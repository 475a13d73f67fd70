import { cellReader, fieldOfKey, headerWords, keyOfFurther, type Mapping } from '../import/mapping.ts'
import { mailKind } from './mail-columns.ts'
import { mobileWords, whosePhone } from './person-words.ts'
import { wayWords } from './ways.ts'

const words = (text: string): readonly string[] => text.split(/[\s,]+/)

/** Without one of these, a column is not about mail addresses. */
const mailWords = new Set(
  words(
    'email emails mail emailadresse mailadresse emailadres emailaddress epost epostadress epostadresse correo courriel sahkoposti posta messagerie mailadres mailadresse postadress postadresse posttiosoite',
  ),
)

/** What such a column's name says besides. */
const besidesMail = new Set([
  ...mailWords,
  ...words(whosePhone),
  ...words(
    `e post address adresse adressen adres adress direccion indirizzo endereco adresa electronique electronico elettronica messagerie correio
    ensisijainen toissijainen sekundaer primaer ytterligare annen secundair secundario secondaria secundaria dodatkowy drugi druhy druha anden annan zweite weitere sekundare sekundar secondaire`,
  ),
])

/** Whether a column is called after a mail address, and besides only after whose, where or the how many-th: "Secondary e-mail". */
export function isMailColumn(column: string): boolean {
  if (column.trim().endsWith('?') || mailKind(column) !== null) return false
  // Xero's "Person1Email".
  const said = headerWords(column.replace(/(\p{L})(\d)(?!\d)/gu, '$1 $2 ')).split(' ')
  const isMail = said.some((word) => mailWords.has(word)) || /\be post\b/.test(said.join(' '))
  return isMail && said.every((word) => besidesMail.has(word) || /^\d$/.test(word))
}

/** The guess with every further column of mail addresses. */
export function withMails(guess: Mapping, header: readonly string[]): Mapping {
  const taken = new Set(Object.values(guess))
  const free = header.filter((column) => !taken.has(column) && isMailColumn(column))
  const email = guess['email'] ?? free[0]
  const others = free.filter((column) => column !== email)
  return {
    ...guess,
    ...(email !== undefined && { email }),
    ...Object.fromEntries(others.map((column) => [keyOfFurther('otherMails', column), column])),
  }
}

const homes = new Set(
  words(`home private privat prive privee privata privato personal personale personnel perso persoonlijk particular domicile domicilio
    casa residencial abitazione ab thuis dom domowy domow hem hjemme maison`),
)
const works = new Set(
  words(`work business office professional professionnel profissional professionale bureau travail geschaftlich dienstlich arbeit trabajo
    trabalho comercial lavoro ufficio uff werk zakelijk kantoor sluzbowy praca biuro arbete arbejde arbeid company firma bedrijf`),
)
const mobiles = new Set(words(mobileWords))

/** What kind of way a column's name tells: `home`, `work`, `mobile`; '' where it tells none. */
export function kindOfColumn(column: string): string {
  const said = headerWords(column).split(' ')
  if (said.some((word) => mobiles.has(word))) return 'mobile'
  if (said.some((word) => works.has(word))) return 'work'
  return said.some((word) => homes.has(word)) ? 'home' : ''
}

/** The column that says of another what kind it is: "E-mail 2 - Label" of "E-mail 2 - Value". */
function labelColumn(header: readonly string[], column: string): string | undefined {
  const value = / - Value$/i.exec(column)
  if (!value) return undefined
  const before = column.slice(0, value.index).toLowerCase()
  return header.find((other) => [`${before} - label`, `${before} - type`].includes(other.toLowerCase()))
}

/** What Google writes before a label, and behind the values of a cell. */
const labelMark = /^\*\s*/

/** Tells of a line what kind of way stands in a column. */
export function kindReader(header: readonly string[], column: string): (cells: readonly string[]) => string {
  const label = labelColumn(header, column)
  if (label === undefined) return () => kindOfColumn(column)
  const at = header.indexOf(label)
  return (cells) => {
    const text = (cells[at] ?? '').trim().replace(labelMark, '').toLowerCase()
    return /^[\p{L}][\p{L}\p{N} -]{0,29}$/u.test(text) && text !== 'other' ? text : ''
  }
}

/** Reads the columns of a field that any number fills, a line each, in the order of the file; `kinds`: each with its kind. */
export function furtherCells(
  header: readonly string[],
  mapping: Mapping,
  field: string,
  kinds: boolean,
): (cells: readonly string[]) => string {
  const read = cellReader(header, mapping)
  const columns = Object.keys(mapping)
    .filter((key) => fieldOfKey(key) === field)
    .toSorted((a, b) => header.indexOf(mapping[a]!) - header.indexOf(mapping[b]!))
    .map((key) => ({ key, kindOf: kinds ? kindReader(header, mapping[key]!) : () => '' }))
  return (cells) =>
    columns
      .flatMap(({ key, kindOf }) => {
        const text = read(cells, key)
        const kind = text === '' ? '' : kindOf(cells)
        const parts = kinds ? text.split(/[,;\n]|:::/).map((part) => part.trim()) : [text]
        return parts.filter((part) => part !== '').map((value) => wayWords({ value, kind }))
      })
      .join('\n')
}

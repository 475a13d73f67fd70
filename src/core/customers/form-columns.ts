import { formOfAddress } from '../greeting/form-of-address.ts'
import { headerKey, type Mapping } from '../import/mapping.ts'

const keys = (words: string): ReadonlySet<string> => new Set(words.split(',').map((word) => headerKey(word)))

/** Columns that are forms of address by their names, unless something else stands in them. */
const surely = keys(
  'Form of address,Salutation,Anrede,Anredeform,Social title,Civilité,Titre de civilité,Tratamiento,Tratamento,Appellativo,Aanhef,Zwrot grzecznościowy,Tilltal,Tiltale',
)

/** Columns that may be forms of address and titles, or something else: what is in them tells. */
const maybe = keys(
  'Title,Titel,Titre,Titolo,Título,Tytuł,Tittel,Titul,Name prefix,Prefix,Prefixes,Präfix,Préfixe,Prefijo,Prefisso,Prefixo,Voorvoegsel,Honorific,Honorific prefix,Namenszusatz,Akademischer Titel,Academic title,Gender,Geschlecht',
)

/** Cells that tell what a column holds. */
const lookedAt = 2000

function share(cells: Iterable<string>): { readonly forms: number; readonly others: number } {
  let [forms, others] = [0, 0]
  for (const cell of cells) {
    if (cell.trim() === '') continue
    if (forms + others === lookedAt) break
    const form = formOfAddress(cell)
    if (form === null) others++
    else if (form.whom !== '' || form.title !== '') forms++
  }
  return { forms, others }
}

/** The columns of how people are addressed, such as "Frau", and of a title beside it, such as "Dr."; a position is none. */
export function withForms(
  guess: Mapping,
  header: readonly string[],
  cellsOf: (column: string) => Iterable<string>,
): Mapping {
  const found = header.filter((column) => {
    const key = headerKey(column)
    const isFree = !Object.values(guess).includes(column) || guess['title'] === column
    if (!isFree || (!surely.has(key) && !maybe.has(key))) return false
    const { forms, others } = share(cellsOf(column))
    return surely.has(key) && guess['title'] !== column ? forms >= others : forms > others
  })
  const [first, second] = found.toSorted(
    (a, b) => Number(surely.has(headerKey(b))) - Number(surely.has(headerKey(a))),
  )
  if (first === undefined) return guess
  const rest = Object.fromEntries(
    Object.entries(guess).filter(([, column]) => column !== first && column !== second),
  )
  return { ...rest, formOfAddress: first, ...(second !== undefined && { honorific: second }) }
}

import { fold } from '../fold.ts'

/** Whom words are to: one person, several, or a firm; '' where nobody said. */
export type Whom = 'ms' | 'mr' | 'mx' | 'couple' | 'family' | 'company' | ''

/** How somebody is addressed before their name. */
export interface FormOfAddress {
  readonly whom: Whom
  readonly title: 'Prof.' | 'Dr.' | ''
}

/** Words of forms of address and titles, in the languages of files. */
const words: Readonly<Record<Exclude<Whom, ''> | 'Prof.' | 'Dr.', ReadonlySet<string>>> = {
  ms: set(`ms mrs miss madam frau fraulein fr frl mme mlle madame mademoiselle sra srta senora senorita dona donna signora
    signorina sigra sigrina mevrouw mevr mw mej fru froken frk pani rouva rva f w female weiblich feminin femme mujer`),
  mr: set(`mr mister herr herrn hr hrn m monsieur mssr sr senor don signor signore sig meneer dhr heer mijnheer pan hra male
    mannlich masculin homme hombre`),
  mx: set(`mx divers diverse nonbinary d x`),
  couple: set(`couple ehepaar eheleute`),
  family: set(`family familie fam famille familia famiglia familien familjen rodzina`),
  company: set(
    `company firma firm business organisation organization societe entreprise empresa azienda ditta bedrijf unternehmen`,
  ),
  'Prof.': set(
    `prof professor professorin professeur professeure profesor profesora professore professoressa profssa`,
  ),
  'Dr.': set(`dr doctor doktor docteur docteure doctora dottore dottoressa dott dottssa drs dra dres`),
}

/** What stands beside them and says nothing of its own. */
const beside =
  set(`sehr geehrte geehrter geehrtes liebe lieber dear cher chere estimado estimada gentile geachte an the de het
  med jur rer nat phil pol oec ing dipl mag habil h c hc et univ msc bsc ma ba mba phd dent vet der`)

const and = set('und and et y e en u')

/**
 * A form of address as a person or a file writes it: "Frau Dr.", "Mrs.", "Herr und Frau", "Sehr geehrter Herr", "m". Null where it is
 * none, such as "Head baker"; nobody's where it is blank or says that nobody knows.
 */
export function formOfAddress(text: string): FormOfAddress | null {
  const parts = tokens(text)
  if (parts.length === 0 || unsaid.has(parts.join(' '))) return { whom: '', title: '' }
  let title: FormOfAddress['title'] = ''
  const whom = new Set<Exclude<Whom, ''>>()
  let isJoined = false
  for (const part of parts) {
    const kind = kindOf(part)
    if (kind === 'Prof.' || kind === 'Dr.') title = title === 'Prof.' ? title : kind
    else if (kind !== undefined) whom.add(kind)
    else if (and.has(part)) isJoined = true
    else if (!beside.has(part)) return null
  }
  if (whom.size === 0) return title === '' || isJoined ? null : { whom: '', title }
  const [one, ...more] = whom
  if (more.length === 0)
    return one === 'couple' || !isJoined ? { whom: one!, title: ofOne(one!, title) } : null
  return isJoined && whom.size === 2 && whom.has('ms') && whom.has('mr')
    ? { whom: 'couple', title: '' }
    : null
}

const ofOne = (whom: Whom, title: FormOfAddress['title']): FormOfAddress['title'] =>
  whom === 'ms' || whom === 'mr' || whom === 'mx' ? title : ''

/** Which form or title a single word is, with or without its points. */
export const kindOf = (word: string): Exclude<Whom, ''> | 'Prof.' | 'Dr.' | undefined => {
  const folded = fold(word).replaceAll(' ', '')
  return (Object.keys(words) as (keyof typeof words)[]).find((kind) => words[kind].has(folded))
}

/** Whether the word may stand before a name and says nothing of its own: the `med.` of `Dr. med.` */
export const saysNothing = (word: string): boolean => beside.has(fold(word).replaceAll(' ', ''))

const written: Readonly<Record<Exclude<Whom, ''>, string>> = {
  ms: 'Ms',
  mr: 'Mr',
  mx: 'Mx',
  couple: 'Couple',
  family: 'Family',
  company: 'Company',
}

/** A form of address as it is kept: "Ms", "Mr Dr.", "Prof."; '' where nobody said. */
export const formWords = ({ whom, title }: FormOfAddress): string =>
  [whom === '' ? '' : written[whom], title].filter((word) => word !== '').join(' ')

/** A form of address as it is kept, of what a person or a file writes; null where it is none. */
export function keptForm(text: string): string | null {
  const form = formOfAddress(text)
  return form && formWords(form)
}

const unsaid = set('keine none ohne unbekannt unknown neutral other andere autre k')
for (const words of ['keine angabe', 'k a', 'not known', 'not specified', 'prefer not to say'])
  unsaid.add(words)

/** The words of a text, folded; Spanish and Italian abbreviations with raised letters are one: Sig.ra, Dott.ssa. */
function tokens(text: string): readonly string[] {
  return text
    .replace(/\b(sig|dott|prof)\.?(ra|ri?na|ssa)\b/gi, '$1$2')
    .replace(/\bh\.\s*c\.?/gi, 'hc')
    .replace(/[&+/]/g, ' und ')
    .split(/[\s.,-]+/)
    .map((word) => fold(word).replaceAll(' ', ''))
    .filter((word) => word !== '')
}

function set(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}

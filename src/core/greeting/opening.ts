import type { Language } from '../out/languages.ts'
import { addressee, type Addressee, type OnFile } from './addressee.ts'

/** How a shop speaks to people. */
export type Manner = 'formal' | 'informal'

type Person = Extract<Addressee, { to: 'person' }>

/** How letters open in a language; '' where it has no words for somebody, who then gets the words without a name. */
interface Openings {
  /** What stands behind the opening. */
  readonly mark: string
  readonly person: Readonly<Record<Manner, (person: Person, country: string) => string>>
  readonly family: (surname: string, manner: Manner) => string
  readonly couple: (surname: string, manner: Manner, country: string) => string
  readonly two: (names: string, manner: Manner) => string
  readonly and: string
}

const behind = (before: string, name: string): string => (name === '' ? '' : `${before} ${name}`)

const isAtHome = (country: string): boolean => country === 'US' || country === 'CA'

const openings: Readonly<Record<Language, Openings>> = {
  en: {
    mark: ',',
    person: {
      formal: (person, country) => behind('Dear', english(person, country) || person.whole || person.given),
      informal: (person, country) =>
        behind('Hello', person.given || english(person, country) || person.whole),
    },
    family: (surname, manner) => `${manner === 'formal' ? 'Dear' : 'Hello'} ${surname} family`,
    couple: (surname, manner, country) =>
      `${manner === 'formal' ? 'Dear' : 'Hello'} ${isAtHome(country) ? 'Mr. and Mrs.' : 'Mr and Mrs'} ${surname}`,
    two: (names, manner) => `${manner === 'formal' ? 'Dear' : 'Hello'} ${names}`,
    and: 'and',
  },
  de: {
    mark: ',',
    person: {
      formal: (person) => german(person, 'Sehr geehrte Frau', 'Sehr geehrter Herr'),
      informal: (person) => german(person, 'Guten Tag Frau', 'Guten Tag Herr'),
    },
    family: (surname, manner) => `${manner === 'formal' ? 'Sehr geehrte' : 'Guten Tag'} Familie ${surname}`,
    couple: (surname, manner) =>
      manner === 'formal'
        ? `Sehr geehrte Frau ${surname}, sehr geehrter Herr ${surname}`
        : `Guten Tag Frau und Herr ${surname}`,
    two: (names) => `Guten Tag ${names}`,
    and: 'und',
  },
  fr: {
    mark: ',',
    person: {
      formal: ({ whom, last }) => (last !== '' && (whom === 'ms' || whom === 'mr') ? french[whom] : ''),
      informal: ({ whom, last, whole, given }) =>
        behind('Bonjour', given || (whom === 'ms' || whom === 'mr' ? behind(french[whom], last) : whole)),
    },
    family: (surname, manner) =>
      manner === 'formal' ? 'Madame, Monsieur' : `Bonjour à la famille ${surname}`,
    couple: (surname, manner) =>
      manner === 'formal' ? 'Madame, Monsieur' : `Bonjour Madame et Monsieur ${surname}`,
    two: (names) => `Bonjour ${names}`,
    and: 'et',
  },
  es: {
    mark: ':',
    person: {
      formal: (person) => gendered(person, spanish) || behind('Buenos días,', person.whole || person.given),
      informal: (person) =>
        behind('Hola,', person.given) || gendered(person, spanishInformal) || behind('Hola,', person.whole),
    },
    family: (surname, manner) => `${manner === 'formal' ? 'Estimada' : 'Hola,'} familia ${surname}`,
    couple: (surname, manner) => `${manner === 'formal' ? 'Estimados' : 'Buenos días,'} señores ${surname}`,
    two: (names, manner) => `${manner === 'formal' ? 'Buenos días' : 'Hola'}, ${names}`,
    and: 'y',
  },
  it: {
    mark: ',',
    person: {
      formal: (person) => gendered(person, italian) || behind('Gentile', person.whole || person.given),
      informal: (person) =>
        behind('Buongiorno', person.given) ||
        gendered(person, italianInformal) ||
        behind('Buongiorno', person.whole),
    },
    family: (surname, manner) => `${manner === 'formal' ? 'Gentile' : 'Buongiorno'} famiglia ${surname}`,
    couple: (surname, manner) => `${manner === 'formal' ? 'Gentili' : 'Buongiorno'} signori ${surname}`,
    two: (names, manner) => `${manner === 'formal' ? 'Gentili' : 'Buongiorno'} ${names}`,
    and: 'e',
  },
  nl: {
    mark: ',',
    person: {
      formal: (person) => dutch(person, 'Geachte') || behind('Geachte', person.whole || person.given),
      informal: (person) =>
        behind('Beste', person.given) || dutch(person, 'Beste') || behind('Beste', person.whole),
    },
    family: (surname, manner) =>
      `${manner === 'formal' ? 'Geachte' : 'Beste'} familie ${dutchCapital(surname)}`,
    couple: (surname, manner) =>
      `${manner === 'formal' ? 'Geachte' : 'Beste'} heer en mevrouw ${dutchCapital(surname)}`,
    two: (names, manner) => `${manner === 'formal' ? 'Geachte' : 'Beste'} ${names}`,
    and: 'en',
  },
}

const french = { ms: 'Madame', mr: 'Monsieur' }

function english({ whom, title, last }: Person, country: string): string {
  const point = isAtHome(country) ? '.' : ''
  if (last === '') return ''
  if (title !== '') return `${title === 'Prof.' ? 'Professor' : `Dr${point}`} ${last}`
  return whom === 'ms'
    ? `Ms${point} ${last}`
    : whom === 'mr'
      ? `Mr${point} ${last}`
      : whom === 'mx'
        ? `Mx${point} ${last}`
        : ''
}

function german({ whom, title, last, whole, given }: Person, ms: string, mr: string): string {
  const titled = title === '' ? '' : `${title} `
  if (last !== '' && (whom === 'ms' || whom === 'mr')) return `${whom === 'ms' ? ms : mr} ${titled}${last}`
  return behind(
    'Guten Tag',
    whole === '' ? (titled === '' ? given : `${titled}${last}`) : `${titled}${whole}`,
  )
}

/** Words before a surname: of a woman and a man, and with their titles. */
type Gendered = Readonly<Record<'ms' | 'mr', Readonly<Record<FormTitle, string>>>>
type FormTitle = Person['title']

const spanish: Gendered = {
  ms: { '': 'Estimada señora', 'Dr.': 'Estimada doctora', 'Prof.': 'Estimada profesora' },
  mr: { '': 'Estimado señor', 'Dr.': 'Estimado doctor', 'Prof.': 'Estimado profesor' },
}
const spanishInformal: Gendered = {
  ms: { '': 'Buenos días, señora', 'Dr.': 'Buenos días, doctora', 'Prof.': 'Buenos días, profesora' },
  mr: { '': 'Buenos días, señor', 'Dr.': 'Buenos días, doctor', 'Prof.': 'Buenos días, profesor' },
}
const italian: Gendered = {
  ms: { '': 'Gentile signora', 'Dr.': 'Gentile dottoressa', 'Prof.': 'Gentile professoressa' },
  mr: { '': 'Gentile signor', 'Dr.': 'Gentile dottor', 'Prof.': 'Gentile professor' },
}
const italianInformal: Gendered = {
  ms: { '': 'Buongiorno signora', 'Dr.': 'Buongiorno dottoressa', 'Prof.': 'Buongiorno professoressa' },
  mr: { '': 'Buongiorno signor', 'Dr.': 'Buongiorno dottor', 'Prof.': 'Buongiorno professor' },
}

const gendered = ({ whom, title, last }: Person, said: Gendered): string =>
  whom === 'ms' || whom === 'mr' ? behind(said[whom][title], last) : ''

/** "De Vries", where no first name stands before it. */
const dutchCapital = (surname: string): string => surname.replace(/^[a-z]/, (letter) => letter.toUpperCase())

const dutch = ({ whom, last }: Person, before: string): string =>
  whom === 'ms' || whom === 'mr'
    ? behind(`${before} ${whom === 'ms' ? 'mevrouw' : 'heer'}`, dutchCapital(last))
    : ''

/** In which words a letter opens. */
export interface Spoken {
  readonly language: Language
  readonly country: string
  readonly manner: Manner
  /** Where no name is sure. */
  readonly withoutName: string
}

/** The opening of a letter without what stands behind it: "Sehr geehrte Frau Müller", "Dear Dr Berg"; in doubt the one without a name. */
export function opening(onFile: OnFile, { language, country, manner, withoutName }: Spoken): string {
  const { person, family, couple, two, and } = openings[language]
  const to = addressee(onFile)
  switch (to.to) {
    case 'nobody':
      return withoutName
    case 'family':
      return family(to.surname, manner)
    case 'couple':
      return couple(to.surname, manner, country)
    case 'two':
      return two(`${to.first} ${and} ${to.second} ${to.surname}`, manner)
    case 'person':
      // A given name alone is not formal where there is a surname.
      if (to.isUnwritten && manner === 'formal') return withoutName
      return person[manner](to, country) || withoutName
  }
}

/** What stands behind an opening: a comma, in Spanish a colon, in Switzerland nothing, where the letter then begins with a capital. */
export const openingMark = (language: Language, country: string): string =>
  language === 'de' && (country === 'CH' || country === 'LI') ? '' : openings[language].mark

import type { Language } from '../../out/languages.ts'

/** What the list of holidays calls one in a language, and what people call it. */
const better: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  fr: {
    'l’Épiphanie': 'Épiphanie',
    'la Fête-Dieu': 'Fête-Dieu',
    'Saint-Etienne': 'Saint-Étienne',
    'Fête Nationale de la France': 'Fête nationale',
  },
  es: { 'La Asunción': 'Ascensión del Señor', 'La inmaculada concepción': 'Inmaculada Concepción' },
  it: { 'Natale di Gesù': 'Natale' },
  nl: { 'O.L.H. Hemelvaart': 'Hemelvaartsdag', Kerstmis: 'Eerste kerstdag' },
}

/** A holiday's name as it stands on a door. */
export const betterName = (language: Language, name: string): string => better[language]?.[name] ?? name

const substitutes: Readonly<Record<Language, string>> = {
  en: 'substitute day',
  de: 'Ersatztag',
  fr: 'jour de substitution',
  es: 'día sustitutivo',
  it: 'giorno sostitutivo',
  nl: 'vervangende feestdag',
}

/** The name of the day on which a holiday is kept that fell on another. */
export const substituteName = (language: Language, name: string): string =>
  `${name} (${substitutes[language]})`

import { monthNamed } from './out/month-names.ts'

/** Monday to Sunday as they are called: in English by any beginning of three letters or more, elsewhere in full or short. */
const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
// “ma” is Monday to some and Tuesday to others: it is asked about.
const elsewhere = [
  'mo montag lun lundi lunes lunedi maandag',
  'di die dienstag mar mardi martes martedi dinsdag',
  'mi mit mittwoch mer mercredi mie miercoles mercoledi wo woe woensdag',
  'do don donnerstag jeu jeudi jue jueves gio giovedi donderdag',
  'fr fre freitag ven vendredi vie viernes venerdi vr vrij vrijdag',
  'sa samstag sonnabend sam samedi sab sabado sabato za zat zaterdag',
  'so son sonntag dim dimanche dom domingo domenica zo zon zondag',
].map((names) => names.split(' '))

const away = new Map(
  Object.entries({
    '-1': 'yesterday yday gestern hier ayer ieri gisteren',
    '0': 'today tod heute aujourd’hui aujourdhui hoy oggi vandaag',
    '1': 'tomorrow tomorow tom tmr tmrw morgen demain manana domani',
    '2': 'ubermorgen uebermorgen apres-demain dopodomani overmorgen',
  }).flatMap(([days, names]) => names.split(' ').map((name) => [name, Number(days)] as const)),
)

/** What stands before a day or a time and says no more than that it follows. */
const before = new Set(
  'at by on the a as las la um om kl kl. ore alle op le el il den bis pour para per tegen'.split(' '),
)

/** "16 Uhr", "8h30", "16u", "alle 16.30 ore": digits that stand for themselves, not a length such as +2h. */
const hours =
  /(?<=^|\s)(\d{1,2})(?:\s*(?:uhr|uur|h|u|heures?)\s*([0-5]\d)|(?:[:.]([0-5]\d))?\s*(?:uhr|uur|h|u|ore|heures?|horas?))(?=\s|$)/g

/** "1er décembre", "the 5th of December", "1º de enero de 2027": to 1. decembre, 5. december, 1. enero 2027. */
const nth = /(?<=^|\s)(\d{1,2})(?:er|st|nd|rd|th|e|[ºª°])(?=[\s,]|$)/g
const between =
  /(?<=(?:^|\s)\d{1,2}\.?\s+)(?:de|of|di)\s+(?=[a-z])|(?<=[a-z]{3}\.?\s+)(?:de|del|of)\s+(?=\d{4}(?!\d))/g

/** The hours that are only of the day when they are said: fünf may be of the afternoon. */
const spokenHours = new Map(
  [
    'acht eight huit ocho otto',
    'neun nine neuf nueve nove negen',
    'zehn ten dix diez dieci tien',
    'elf eleven onze once undici',
    'zwolf zwoelf twelve douze doce dodici twaalf',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 8] as const)),
)
const spokenHour = new RegExp(String.raw`(?<=^|\s)(?:${[...spokenHours.keys()].join('|')})(?=\s|$)`, 'g')

/** "halb elf", "half elf": 10:30. Of "half ten" and "half 10" nobody knows whether English or Dutch is spoken. */
const toHalf =
  /(?<=^|\s)(?:halb\s+(acht|neun|zehn|elf|zwolf|zwoelf|eins|8|9|10|11|12|1)(?:\s*uhr)?|half\s+(acht|negen|tien|elf|twaalf|een))(?=\s|$)/g

const halfTo = (_: string, german?: string, dutch?: string): string => {
  const hour = spokenHours.get(german ?? dutch ?? '') ?? (Number(german) || 1)
  return `${hour === 1 ? 12 : hour - 1}:30`
}

const whichOf = new Map(
  Object.entries({
    this: 'this dies diesen dieser ce cet cette este esta questo questa deze',
    coming: 'coming kommend kommenden kommender komende aankomende aanstaande viene',
    next: 'next nachste nachsten nachster naechste naechsten naechster prochain prochaine proximo proxima prossimo prossima volgende',
  }).flatMap(([which, names]) =>
    names.split(' ').map((name) => [name, which as 'this' | 'coming' | 'next'] as const),
  ),
)

/** Which one a weekday is said to be: this, the coming or the next. */
export const whichWeekday = (word: string): 'this' | 'coming' | 'next' | undefined => whichOf.get(word)

/** A text as the names of days are compared: in small letters without accents. */
export const plain = (text: string): string =>
  text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/'/g, '’')

/** The words of a moment as it is said in any of the shop's languages, without those that say nothing. */
export const wordsOf = (text: string): readonly string[] =>
  plain(text)
    .replace(/^(\d{4}-\d{2}-\d{2})t/, '$1 ')
    .replace(/,/g, ' ')
    .replace(/\bque viene\b/g, 'viene')
    .replace(nth, '$1.')
    .replace(toHalf, halfTo)
    .replace(spokenHour, (name) => String(spokenHours.get(name)))
    .replace(between, '')
    .replace(/(\d)\s+(am|pm)\b/g, '$1$2')
    .replace(hours, (_, hour: string, one?: string, other?: string) => `${hour}:${one ?? other ?? '00'}`)
    .split(/\s+/)
    .filter((word, at) => word !== '' && !before.has(word) && !(at === 0 && word === 'am'))

/** A weekday, 1-7, by its name; 0 where it is none. */
export function weekdayNamed(word: string): number {
  const plain = word.replace(/\.$/, '')
  const at = english.findIndex((long) => plain.length >= 3 && long.startsWith(plain))
  return 1 + (at < 0 ? elsewhere.findIndex((names) => names.includes(plain)) : at)
}

/** A month, 1-12, by how its name begins, whatever follows; 0 where it is none. */
export function monthBegun(word: string): number {
  const plain = word.replace(/\.$/, '')
  if (!/^[a-z]{3,}$/.test(plain)) return 0
  // June and July differ late: juin, juillet.
  return monthNamed(plain.slice(0, plain.startsWith('jui') ? 4 : 3)) ?? 0
}

/** By how many days a word such as "tomorrow" is away. */
export const daysAway = (word: string): number | undefined => away.get(word)

/** Twelve o’clock at day. */
export const isNoon = (word: string): boolean =>
  /^(noon|midi|mittag|mittags|mediodia|mezzogiorno)$/.test(word)

/** What a word as it is typed names on its own: a weekday, or how many days away it is. */
export function dayWord(word: string): { readonly weekday?: number; readonly away?: number } | null {
  const said = plain(word)
  const [days, weekday] = [daysAway(said), weekdayNamed(said)]
  return days !== undefined ? { away: days } : weekday > 0 ? { weekday } : null
}

/** Whether a typed word that names a day is written so short that it may be another word: so, mit, mon, Tod. */
export function isShortDay(word: string): boolean {
  const said = plain(word).replace(/\.$/, '')
  return said.length < 5 && !/^(?:tues?|thur?|fri|hoy|oggi|ayer|ieri)$/.test(said)
}

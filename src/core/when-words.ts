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
  'at by on a as las la um om kl kl. ore alle op le el il den bis pour para per tegen'.split(' '),
)

/** "16 Uhr", "8h30", "16u", "alle 16.30 ore": digits that stand for themselves, not a length such as +2h. */
const hours =
  /(?<=^|\s)(\d{1,2})(?:\s*(?:uhr|uur|h|u|heures?)\s*([0-5]\d)|(?:[:.]([0-5]\d))?\s*(?:uhr|uur|h|u|ore|heures?|horas?))(?=\s|$)/g

/** The words of a moment as it is said in any of the shop's languages, without those that say nothing. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/'/g, '’')
    .replace(/^(\d{4}-\d{2}-\d{2})t/, '$1 ')
    .replace(/,/g, ' ')
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

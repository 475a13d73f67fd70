import { fold, searchTerms } from '../../core/fold.ts'
import { captures, plainLabel } from '../../core/machine/menu-entries.ts'
import { openCapture } from '../ui/capture-store.ts'
import { redoLast, undoLast } from '../ui/undo-toast.tsx'

/** Something the palette does. */
export interface Command {
  readonly label: string
  /** What else somebody might call it. */
  readonly words: string
  readonly run: () => void
}

interface NamedPage {
  readonly name: string
  readonly path: string
}

/** What is shown before anything is sought: pages, captures, undo. */
export const firstCommands = (
  pages: readonly NamedPage[],
  navigate: (path: string) => void,
): readonly Command[] => [
  ...pages.map(({ name, path }) => ({
    label: `Go to ${name}`,
    words: '',
    run: () => navigate(path),
  })),
  ...captures.map(({ name, label }) => ({
    label: plainLabel(label),
    words: captureWords[name],
    run: () => openCapture(name),
  })),
  { label: 'Undo the last change', words: 'back take mistake', run: () => void undoLast() },
  { label: 'Redo what was undone last', words: 'again bring back', run: () => void redoLast() },
]

const captureWords: Readonly<Record<(typeof captures)[number]['name'], string>> = {
  promise: 'order reserve make',
  touch: 'call visit touch phone',
  action: 'action task reminder write down',
}

/** What leads to a part of a page, found by its words. */
export const furtherCommands = (navigate: (path: string) => void): readonly Command[] =>
  places.map(([label, words, path]) => ({ label, words, run: () => navigate(path) }))

const places: readonly (readonly [label: string, words: string, path: string])[] = [
  ['Print this week’s checklist', 'paper sheet pdf week', '/checklists'],
  ['Add a checklist line', 'own lines task', '/checklists'],
  ['Print a sign for the door', 'paper notice closed holiday voicemail texts web', '/hours?tab=tell'],
  ['Change the weekly hours', 'opening times schedule', '/hours?tab=week'],
  ['Special days and public holidays', 'closed vacation christmas', '/hours?tab=special'],
  ['How the hours were kept', 'late on time adherence month pause log', '/hours?tab=kept'],
  ['Add a customer', 'new person', '/customers?add'],
  ['Import customers', 'csv vcard file contacts', '/customers?import=customers'],
  ['Import visits', 'csv file till receipts sales loyalty', '/customers?import=visits'],
  ['Export customers', 'csv vcard file save people contacts', '/customers?export'],
  ['Pairs that may be one person', 'merge twice double duplicates same', '/customers?pairs'],
  ['Quiet regulars', 'silent silence stayed away customers', '/customers?list=quiet'],
  ['All products', 'stock list shelf new product', '/stock?tab=products'],
  ['What leaves the shelf', 'expired expiry use-by best-before batch delivery', '/stock?tab=expiry'],
  ['Import products', 'csv file price list', '/stock?import=products'],
  ['Import promises', 'csv file orders', '/promises?import=promises'],
  ['Write the newsletter', 'mail letter month drafts', '/newsletter'],
  ['Take somebody off the newsletter', 'opt out unsubscribe code consent', '/newsletter'],
  ['Dark or light', 'theme look appearance', '/settings?part=look'],
  ['Shop name, country and money', 'currency address zone settings', '/settings?part=shop'],
  ['How often people hear from us', 'tiers tier regulars days contact silence', '/settings?part=hearing'],
  ['Who works here', 'staff names initials add', '/settings?part=staff'],
  ['Backups', 'restore copy safe', '/settings?part=backups'],
  ['Move to another PC', 'computer file new', '/settings?move'],
]

/** Those of which every typed word begins a word, first those whose name begins with them. */
export function commandsWith(commands: readonly Command[], text: string): readonly Command[] {
  const terms = searchTerms(text)
  const found = commands.filter(({ label, words }) => hasAll(terms, `${label} ${words}`))
  return [
    ...found.filter(({ label }) => begins(label, text)),
    ...found.filter(({ label }) => !begins(label, text)),
  ]
}

/** Whether a command's name begins with what is typed, word by word: whoever types so means it. */
export function begins(label: string, text: string): boolean {
  const terms = searchTerms(text)
  const words = fold(label).split(' ')
  return terms.length > 0 && terms.every((term, i) => words[i]?.startsWith(term))
}

/** Whether each typed word begins a word of what is shown of somebody: then they are meant, and not found by a note. */
export const isNamed = (shown: readonly string[], text: string): boolean =>
  hasAll(searchTerms(text), shown.join(' '))

function hasAll(terms: readonly string[], words: string): boolean {
  const folded = ` ${fold(words)}`
  return terms.every((term) => folded.includes(` ${term}`))
}

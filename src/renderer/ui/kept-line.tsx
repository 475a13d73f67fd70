import { Button } from '@mantine/core'
import { dayAt } from '../../core/day.ts'
import { useShop } from './shop-context.ts'
import { useNow } from './use-now.ts'
import type { ChangedField, KeptWords } from './use-kept.ts'
import { useFormats } from './use-formats.ts'

interface KeptLineProps {
  readonly kept: KeptWords
  /** How the fields of a record are called; without them the form makes something new. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** How the fields are called that begin with what we propose. */
  readonly proposals?: Readonly<Record<string, string>> | undefined
}

/** Says that a form is as it was left, and what changed elsewhere meanwhile; nothing where neither is so. */
export function KeptLine({ kept, names, proposals }: KeptLineProps) {
  const { leftAtMs, changed, startOver } = kept
  const said = saidOf(changed, names, proposals)
  if (leftAtMs === null && said.length === 0) return null
  return (
    <div className="kept-line" role="status">
      {leftAtMs !== null && <Left atMs={leftAtMs} />}
      <Button
        size="compact-sm"
        variant="default"
        onClick={({ currentTarget }) => {
          focusFirst(currentTarget)
          startOver()
        }}
      >
        {startWords(names, proposals)}
      </Button>
      {said.map((words) => (
        <div key={words} className="risk">
          {words}
        </div>
      ))}
    </div>
  )
}

type Names = KeptLineProps['names']

function startWords(names: Names, proposals: Names): string {
  if (names) return 'Take what is saved'
  return proposals ? 'Take what we propose now' : 'Start empty'
}

/** What was changed elsewhere, of a record or of what we propose; of something new that begins empty nothing was. */
function saidOf(changed: readonly ChangedField[], names: Names, proposals: Names): readonly string[] {
  if (names)
    return changed.map(
      ({ field, now }) =>
        `${names[field] ?? field} was changed elsewhere meanwhile${inWords(now)}. Saving puts yours in its place.`,
    )
  return changed.flatMap(({ field, before, now }) => {
    const name = proposals?.[field]
    return name === undefined ? [] : [`${name}: what we propose is another now${otherLine(before, now)}.`]
  })
}

/** The first line that is another: `: “Dear Ms Berg,” was “Dear Ms Roth,”`. */
function otherLine(before: unknown, now: unknown): string {
  if (typeof before !== 'string' || typeof now !== 'string') return ''
  const [was, is] = [before.split('\n'), now.split('\n')]
  const at = is.findIndex((line, nth) => line !== was[nth])
  return at === -1 || is[at] === '' ? '' : `: “${is[at]}”${was[at] ? ` was “${was[at]}”` : ''}`
}

function Left({ atMs }: { readonly atMs: number }) {
  const formats = useFormats()
  const { zone } = useShop()
  const isToday = dayAt(atMs, zone) === dayAt(useNow(), zone)
  return <span>{isToday ? 'As you left it' : `As you left it on ${formats.instant(atMs, zone)}`}</span>
}

function inWords(now: unknown): string {
  if (typeof now !== 'string' && typeof now !== 'number') return ''
  return now === '' ? ', and is empty now' : `, to “${now}”`
}

/** The line goes with the press; the first field of its form takes the focus. */
function focusFirst(button: HTMLElement): void {
  const form = button.closest('form, section, [role="dialog"]')
  form?.querySelector<HTMLElement>('[data-autofocus], input, textarea')?.focus()
}

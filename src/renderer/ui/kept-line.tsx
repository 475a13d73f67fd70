import { Button } from '@mantine/core'
import { dayAt } from '../../core/day.ts'
import { useShop } from './shop-context.ts'
import { useNow } from './use-now.ts'
import type { KeptWords } from './use-kept.ts'
import { useFormats } from './use-formats.ts'

interface KeptLineProps {
  readonly kept: KeptWords
  /** How the fields of a record are called; without them the form makes something new. */
  readonly names?: Readonly<Record<string, string>> | undefined
}

/** Says that a form is as it was left, and what changed elsewhere meanwhile; nothing where neither is so. */
export function KeptLine({ kept: { leftAtMs, changed, startOver }, names }: KeptLineProps) {
  const said = names === undefined ? [] : changed
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
        {names === undefined ? 'Start empty' : 'Take what is saved'}
      </Button>
      {said.map(({ field, now }) => (
        <div key={field} className="risk">
          {`${names?.[field] ?? field} was changed elsewhere meanwhile${inWords(now)}. Saving puts yours in its place.`}
        </div>
      ))}
    </div>
  )
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

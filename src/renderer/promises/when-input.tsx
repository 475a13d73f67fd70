import { TextInput } from '@mantine/core'
import { localAt } from '../../core/day.ts'
import { parseWhen, type Lean, type When } from '../../core/promises/when.ts'
import { formatLongDay } from '../ui/format.ts'
import { useShop } from '../ui/shop-context.ts'
import { useNow } from '../ui/use-now.ts'

interface WhenInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly lean: Lean
  readonly examples: string
  readonly error?: string
}

/** A moment in shorthand; what it means is said while it is typed. */
export function WhenInput({ label, value, onChange, lean, examples, error }: WhenInputProps) {
  const { zone } = useShop()
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={examples}
      description={meaning(value, parseWhen(value, localAt(useNow(), zone), lean), lean, examples)}
      descriptionProps={{ 'aria-live': 'polite' }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={error}
      autoComplete="off"
      className="grow"
    />
  )
}

function meaning(text: string, when: When | null, lean: Lean, examples: string): string {
  if (text.trim() === '') return 'Write it as you say it.'
  if (!when) return `Not a time yet. Write ${examples}.`
  const day = formatLongDay(when.local.slice(0, 10))
  if (!when.dayOnly) return `${day}, ${when.local.slice(11)}`
  return lean === 'back' ? `${day}, at some time of the day` : `${day}, by the end of the day`
}

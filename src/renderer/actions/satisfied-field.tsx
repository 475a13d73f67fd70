import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import type { Satisfied } from '../../core/actions/after-sale.ts'

interface SatisfiedFieldProps {
  readonly value: Satisfied | ''
  readonly error: string | undefined
  readonly onChange: (value: Satisfied) => void
}

const choices: { readonly value: Satisfied; readonly label: string }[] = [
  { value: 'very', label: 'Very' },
  { value: 'yes', label: 'Yes' },
  { value: 'so-so', label: 'So-so' },
  { value: 'no', label: 'No' },
]

/** Whether a customer is satisfied; nothing is chosen before they have said it. */
export function SatisfiedField({ value, error, onChange }: SatisfiedFieldProps) {
  const id = useId()
  return (
    <div>
      <Input.Label id={id}>Satisfied?</Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        data={choices}
        fullWidth
        value={value}
        onChange={(chosen) => onChange(chosen as Satisfied)}
      />
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </div>
  )
}

/** An answer as it is said of a customer. */
export const satisfiedWords: Readonly<Record<Satisfied, string>> = {
  very: 'very satisfied',
  yes: 'satisfied',
  'so-so': 'so-so',
  no: 'not satisfied',
}

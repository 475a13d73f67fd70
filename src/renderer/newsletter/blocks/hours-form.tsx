import { TextInput } from '@mantine/core'
import { hours, type HoursBlock } from '../../../core/newsletter/blocks/hours.ts'
import { type FieldsProps, withField } from './fields.ts'

export const HoursForm = ({ block, autoFocus, wrong, onChange }: FieldsProps<HoursBlock>) => (
  <TextInput
    label="Heading"
    placeholder={hours.name}
    description="The hours themselves come from your schedule."
    autoFocus={autoFocus}
    value={block.heading ?? ''}
    error={wrong('heading')}
    onChange={(event) => onChange(withField(block, 'heading', event.currentTarget.value))}
  />
)

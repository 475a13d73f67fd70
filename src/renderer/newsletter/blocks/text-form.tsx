import { Textarea } from '@mantine/core'
import type { TextBlock } from '../../../core/newsletter/blocks/text.ts'
import type { FieldsProps } from './fields.ts'

export const TextForm = ({ block, autoFocus, wrong, onChange }: FieldsProps<TextBlock>) => (
  <Textarea
    aria-label="Words"
    description="An empty line begins a new paragraph. {{first name|friend}} becomes the reader’s first name."
    inputWrapperOrder={['input', 'description', 'error']}
    autosize
    minRows={3}
    maxRows={14}
    autoFocus={autoFocus}
    value={block.text}
    error={wrong('text')}
    onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
  />
)

import type { TextBlock } from '../../../core/newsletter/blocks/text.ts'
import { WordsField } from '../words/words-field.tsx'
import type { FieldsProps } from './fields.ts'

export const TextForm = ({ block, autoFocus, wrong, onChange, onCaret }: FieldsProps<TextBlock>) => (
  <WordsField
    label="Words"
    hidesLabel
    description="An empty line begins a new paragraph."
    autoFocus={autoFocus}
    value={block.text}
    error={wrong('text')}
    onChange={(text) => onChange({ ...block, text })}
    onCaret={onCaret}
  />
)

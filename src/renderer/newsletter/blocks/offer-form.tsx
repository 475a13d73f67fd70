import { Group, TextInput } from '@mantine/core'
import type { OfferBlock } from '../../../core/newsletter/blocks/offer.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { WordsField } from '../words/words-field.tsx'
import { type FieldsProps, withField } from './fields.ts'

export const OfferForm = ({ block, autoFocus, wrong, onChange, onCaret }: FieldsProps<OfferBlock>) => (
  <>
    <WordsField
      label="What is on offer"
      placeholder="Two rye loaves for the price of one"
      isOneLine
      autoFocus={autoFocus}
      value={block.title}
      error={wrong('title')}
      onChange={(title) => onChange({ ...block, title })}
    />
    <WordsField
      label="More about it"
      value={block.text}
      error={wrong('text')}
      onChange={(text) => onChange({ ...block, text })}
      onCaret={onCaret}
    />
    <Group grow align="flex-start">
      <TextInput
        label="Code, if there is one"
        autoComplete="off"
        value={block.code ?? ''}
        error={wrong('code')}
        onChange={(event) => onChange(withField(block, 'code', event.currentTarget.value))}
      />
      <DayInput
        label="Last day, if there is one"
        value={block.ends}
        error={wrong('ends')}
        onChange={(ends) => onChange({ ...block, ends })}
      />
    </Group>
  </>
)

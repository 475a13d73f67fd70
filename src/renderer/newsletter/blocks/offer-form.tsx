import { Group, Textarea, TextInput } from '@mantine/core'
import type { OfferBlock } from '../../../core/newsletter/blocks/offer.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { type FieldsProps, withField } from './fields.ts'

export const OfferForm = ({ block, autoFocus, wrong, onChange }: FieldsProps<OfferBlock>) => (
  <>
    <TextInput
      label="What is on offer"
      placeholder="Two rye loaves for the price of one"
      autoFocus={autoFocus}
      value={block.title}
      error={wrong('title')}
      onChange={(event) => onChange({ ...block, title: event.currentTarget.value })}
    />
    <Textarea
      label="More about it"
      autosize
      minRows={2}
      maxRows={8}
      value={block.text}
      error={wrong('text')}
      onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
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

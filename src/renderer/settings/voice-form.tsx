import { SegmentedControl, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { lettersCalls, type ShopVoice } from '../../core/letters/calls.ts'
import type { Manner } from '../../core/greeting/opening.ts'
import { Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const names = {
  manner: 'Formal or not',
  signName: 'Who signs',
  signRole: 'What they are',
  phrases: 'Saved phrases',
}

/** How letters open, who signs them, and sentences to put into them. */
export function VoiceForm({ voice }: { readonly voice: ShopVoice }) {
  const { manner, signName, signRole, phrases } = voice
  const kept = useKept('voice', { manner, signName, signRole, phrases })
  const form = useCallForm(lettersCalls, 'letters.setVoice', {
    kept,
    names,
    input: kept.changes,
    isEager: true,
  })
  return (
    <Form
      form={form}
      label="How letters sound"
      gap="sm"
      buttons={
        <>
          <SaveButton form={form} disabled={!form.ready}>
            Save how the shop speaks
          </SaveButton>
          <span className="quiet" role="status">
            {form.typed && 'Not saved yet'}
          </span>
        </>
      }
    >
      <Stack gap="sm">
        <SegmentedControl<Manner>
          aria-label="Formal or not"
          data={[
            { value: 'formal', label: 'Formal: “Dear Ms Berg”' },
            { value: 'informal', label: 'Informal: “Hello Anna”' },
          ]}
          {...form.pick('manner')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="Signed by" placeholder="Mia Berg" autoComplete="off" {...form.text('signName')} />
          <TextInput
            label="What they are"
            placeholder="Owner"
            autoComplete="off"
            {...form.text('signRole')}
          />
        </SimpleGrid>
        <Textarea
          label="Saved phrases, one a line"
          placeholder="We would be glad to see you again soon."
          autosize
          minRows={2}
          maxRows={8}
          {...form.text('phrases')}
        />
      </Stack>
    </Form>
  )
}

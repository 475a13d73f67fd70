import { Group, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { newsletterCalls } from '../../core/newsletter/calls.ts'
import { optedOutWords } from '../../core/newsletter/opt-out-words.ts'
import { Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const nothing = { text: '' }

/** Somebody wrote back to stop the newsletter: the code from their mail is enough. */
export function OptOutForm() {
  const kept = useKept('opt-out', nothing)
  const [done, setDone] = useState('')
  const form = useCallForm(newsletterCalls, 'newsletter.optOut', {
    kept,
    input: kept.value,
    onSaved: (said) => setDone(optedOutWords(said)),
    onRefused: () => setDone(''),
  })
  return (
    <Form
      form={form}
      className="panel"
      p="md"
      label="Stop the newsletter for somebody"
      head={
        <Title order={2} size={18}>
          Somebody wants no more newsletters
        </Title>
      }
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Textarea
          className="grow"
          autosize
          minRows={1}
          maxRows={6}
          // A mail of several lines stays as it was written, which a field of one line would join.
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.shiftKey || key.nativeEvent.isComposing) return
            key.preventDefault()
            key.currentTarget.form?.requestSubmit()
          }}
          data-keeps-scan
          label="The code in their mail"
          description="Paste the code, the subject line or the whole mail."
          placeholder="NL-7K3Q9XWM-4T"
          autoComplete="off"
          {...form.text('text')}
        />
        <SaveButton form={form} variant="default" disabled={kept.value.text.trim() === ''}>
          Stop it
        </SaveButton>
      </Group>
      <Text size="sm" aria-live="polite">
        {done}
      </Text>
    </Form>
  )
}

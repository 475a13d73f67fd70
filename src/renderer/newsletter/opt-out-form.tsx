import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { KeptLine } from '../ui/kept-line.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

const nothing = { text: '' }

/** Somebody wrote back to stop the newsletter: the code from their mail is enough. */
export function OptOutForm() {
  const kept = useKept('opt-out', nothing)
  const { text } = kept.value
  const [done, setDone] = useState('')
  const optOut = useWrite('newsletter.optOut')
  const submit = async () => {
    setDone('')
    const result = await optOut.run({ text })
    if (!result.ok) return
    kept.startOver()
    setDone(`${result.value.name} gets no more newsletters.`)
  }
  return (
    <Stack
      component="form"
      className="panel"
      p="md"
      gap="xs"
      aria-label="Stop the newsletter for somebody"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Title order={2} size={18}>
        Somebody wants no more newsletters
      </Title>
      <KeptLine kept={kept} />
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          className="grow"
          data-keeps-scan
          label="The code in their mail"
          description="Paste the code, or the whole subject line."
          placeholder="NL-7K3Q9XWM-4T"
          autoComplete="off"
          value={text}
          error={optOut.problem?.message}
          onChange={(event) => {
            kept.set({ text: event.currentTarget.value })
            optOut.clear()
          }}
        />
        <Button type="submit" variant="default" loading={optOut.busy} disabled={text.trim() === ''}>
          Stop it
        </Button>
      </Group>
      <Text size="sm" aria-live="polite">
        {done}
      </Text>
    </Stack>
  )
}

import { Skeleton, Stack, Text } from '@mantine/core'
import type { Closing } from '../../../core/hours/closing/entry.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSpoken } from '../../ui/shop-context.ts'
import { useRead } from '../../use-call.ts'
import { SignSheet } from '../told/sign-sheet.tsx'

/** The words of a closing for each place where customers look: the answering machine, the web, the door. */
export function ClosingTexts({ closing }: { readonly closing: Closing }) {
  const spoken = useSpoken()
  const { value, problem } = useRead('hours.closing', { ...closing })
  if (!value) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={300} />
  const { from, texts } = value
  const { voicemail, web } = texts
  return (
    <Stack gap="md">
      <ToCopy title="For the answering machine" what="the voicemail text" text={voicemail} spoken={spoken} />
      <ToCopy title="For your web page, maps and messages" what="the web text" text={web} spoken={spoken} />
      <SignSheet kind="closing" closing={{ ...closing, from }} height={420} />
    </Stack>
  )
}

interface ToCopyProps {
  readonly title: string
  readonly what: string
  readonly text: string
  readonly spoken: string
}

const ToCopy = ({ title, what, text, spoken }: ToCopyProps) => (
  <Stack gap={6} component="section" aria-label={title}>
    <Text fw={600}>{title}</Text>
    <div className="told-text" tabIndex={0} role="region" aria-label={`${title}: the text`}>
      <span lang={spoken}>{text}</span>
    </div>
    <div>
      <CopyButton text={text} what={what} />
    </div>
  </Stack>
)

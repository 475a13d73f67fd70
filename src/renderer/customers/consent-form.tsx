import { Box, Button, Group, TextInput } from '@mantine/core'
import type { Output } from '../../core/calls.ts'
import type { Consent } from '../../core/customers/consent.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

interface ConsentFormProps {
  readonly customerIds: readonly number[]
  /** Under which name what is typed is kept. */
  readonly form: string
  /** Whether a no holds for the one customer: a yes then needs the day they were asked again. */
  readonly isRefused?: boolean
  readonly onDone: (noted: Output<'customers.setConsent'>, answer: Consent) => void
}

const answers = [
  { answer: 'yes', label: 'Yes to mail' },
  { answer: 'no', label: 'No mail' },
  { answer: 'unasked', label: 'Not asked' },
] as const satisfies readonly { answer: Consent; label: string }[]

const nothing = { source: '', askedDay: '' }

/** Notes what customers answered about mail, and where the answer comes from. */
export function ConsentForm({ customerIds, form, isRefused = false, onDone }: ConsentFormProps) {
  const kept = useKept(form, nothing)
  const { source, askedDay } = kept.value
  const set = useWrite('customers.setConsent')
  const note = async (answer: Consent) => {
    const day = isRefused && answer === 'yes' && askedDay !== '' ? askedDay : undefined
    const result = await set.run({ customerIds: [...customerIds], answer, source, day })
    if (!result.ok) return
    kept.startOver()
    onDone(result.value, answer)
  }
  const wanting = set.problem?.field === 'source' ? set.problem.message : undefined
  return (
    <div className="grow">
      <KeptLine kept={kept} />
      <Group gap="xs" align={isRefused ? 'flex-end' : 'flex-start'}>
        <TextInput
          flex="1 1 320px"
          aria-label="Where the answer comes from, and in which words"
          placeholder="Where from, such as: asked at the counter “May we write to you?”"
          value={source}
          error={wanting}
          maxLength={500}
          onChange={(event) => kept.set({ source: event.currentTarget.value })}
        />
        {isRefused && (
          <TextInput
            type="date"
            label="Asked again on"
            value={askedDay}
            onChange={(event) => kept.set({ askedDay: event.currentTarget.value })}
          />
        )}
        {answers.map(({ answer, label }) => (
          <Button
            key={answer}
            variant={answer === 'yes' ? 'light' : 'default'}
            loading={set.busy}
            disabled={customerIds.length === 0}
            onClick={() => void note(answer)}
          >
            {label}
          </Button>
        ))}
      </Group>
      {!wanting && set.problem && (
        <Box mt="xs">
          <ProblemNote problem={set.problem} />
        </Box>
      )}
    </div>
  )
}

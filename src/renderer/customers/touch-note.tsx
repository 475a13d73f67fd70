import { Button, Group, TextInput } from '@mantine/core'
import { loggedKinds, touchWords } from '../../core/customers/touch.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

type Kind = (typeof loggedKinds)[number]

const nothing = { note: '' }

/** Logs a contact with the customer shown: a word if need be, then how it was. */
export function TouchNote({ customerId }: { readonly customerId: number }) {
  const kept = useKept(`touch-note:${customerId}`, nothing)
  const { note } = kept.value
  const log = useWrite('customers.logTouch')
  const save = async (kind: Kind) => {
    const result = await log.run({ customerId, kind, note })
    if (result.ok) kept.startOver()
  }
  return (
    <div>
      <KeptLine kept={kept} />
      <TextInput
        label="Log a contact"
        placeholder="What was said, if it helps"
        value={note}
        autoComplete="off"
        maxLength={2000}
        onChange={(event) => kept.set({ note: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && note !== '') void save('note')
        }}
      />
      <Group gap={4} mt={6}>
        {loggedKinds.map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="light"
            disabled={log.busy}
            onClick={() => void save(kind)}
          >
            {touchWords[kind]}
          </Button>
        ))}
      </Group>
      <ProblemNote problem={log.problem} />
    </div>
  )
}

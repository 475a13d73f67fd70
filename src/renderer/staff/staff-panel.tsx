import { ActionIcon, Button, Stack, Text, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { StaffMember } from '../../core/staff/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead, useWrite } from '../use-call.ts'
import { StaffForm } from './staff-form.tsx'

/** Who works here: to add a name, to correct it, and to say that somebody no longer does. */
export function StaffPanel() {
  const { value, problem } = useRead('staff.list', {})
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="staff-title">
      <div>
        <Title order={2} size={18} id="staff-title">
          Who works here
        </Title>
        <Text size="sm" className="quiet">
          With two names or more, one is chosen at the top of the window, and the history says who did what.
          Alone you need none.
        </Text>
      </div>
      <ProblemNote problem={problem} />
      {value && value.rows.length > 0 && (
        <div>
          {value.rows.map((member) => (
            <StaffRow key={member.id} member={member} />
          ))}
        </div>
      )}
      <StaffForm />
    </Stack>
  )
}

function StaffRow({ member }: { readonly member: StaffMember }) {
  const [changing, setChanging] = useState(false)
  const retire = useWrite('staff.retire')
  const takeBack = useWrite('staff.takeBack')
  const { id: staffId, name, initials, active } = member
  const turn = active ? retire : takeBack
  const word = active ? 'No longer here' : 'Take back'
  if (changing) return <StaffForm member={member} onDone={() => setChanging(false)} />
  return (
    <>
      <div className="row">
        <b className="figures" style={{ minWidth: 44 }}>
          {initials}
        </b>
        <span className="grow long-words" data-fact>
          {name}
          {!active && <span className="quiet"> · no longer works here</span>}
        </span>
        <ActionIcon variant="transparent" aria-label={`Change: ${name}`} onClick={() => setChanging(true)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          loading={turn.busy}
          aria-label={`${word}: ${name}`}
          onClick={() => void turn.run({ staffId })}
        >
          {word}
        </Button>
      </div>
      <ProblemNote problem={turn.problem} />
    </>
  )
}

import { Group, TextInput } from '@mantine/core'
import { staffCalls, type StaffMember } from '../../core/staff/calls.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface StaffFormProps {
  /** Whose name is corrected; a new one is added without it. */
  readonly member?: StaffMember
  readonly onDone?: () => void
}

const fieldNames = { name: 'Who', initials: 'Initials' }

/** A name of somebody who works here, and what stands for it on paper. */
export function StaffForm({ member, onDone }: StaffFormProps) {
  const kept = useKept(`staff:${member?.id ?? 'new'}`, {
    name: member?.name ?? '',
    initials: member?.initials ?? '',
  })
  const form = useCallForm(staffCalls, 'staff.save', {
    kept,
    names: member && fieldNames,
    input: { ...(member && { staffId: member.id }), ...kept.value },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form form={form} label={member ? `Change ${member.name}` : 'Add somebody'}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          label="Who"
          className="grow"
          autoComplete="off"
          autoFocus={member !== undefined}
          {...form.text('name')}
        />
        <TextInput
          label="Initials"
          placeholder="from the name"
          w={130}
          maxLength={4}
          autoComplete="off"
          {...form.text('initials')}
        />
      </Group>
      <Group gap="xs">
        <SaveButton form={form} variant={member ? 'filled' : 'default'}>
          {member ? 'Save' : 'Add the name'}
        </SaveButton>
        {member && <CancelButton form={form} />}
      </Group>
    </Form>
  )
}

import { Select } from '@mantine/core'
import { useStaff } from '../staff/use-staff.ts'

interface StaffSelectProps {
  readonly value: number | null
  readonly error: string | undefined
  readonly onChange: (staffId: number | null) => void
}

/** Who is to do something, once there are two who could. */
export function StaffSelect({ value, error, onChange }: StaffSelectProps) {
  const staff = useStaff()
  if (!staff) return null
  return (
    <Select
      label="Who does it"
      placeholder="Whoever comes to it"
      data={staff.staff.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      error={error}
      clearable
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  )
}

import { notifications } from '@mantine/notifications'
import type { StaffMember } from '../../core/staff/calls.ts'
import { useRead, useWrite } from '../use-call.ts'

/** Who works here, and who of them at this PC. */
export interface StaffHere {
  /** Those who work here; nobody is asked who it is before there are two. */
  readonly staff: readonly StaffMember[]
  /** Undefined where nobody was chosen, or who was no longer works here. */
  readonly here: StaffMember | undefined
  readonly choose: (staffId: number) => void
}

/** Who is at this PC, once there are two who could be; undefined where it could only be the owner. */
export function useStaff(): StaffHere | undefined {
  const { value: list } = useRead('staff.list', {})
  const staff = list?.rows.filter(({ active }) => active) ?? []
  const isAsked = staff.length > 1
  const { value: chosen } = useRead('staff.chosen', {}, { enabled: isAsked })
  const choose = useWrite('staff.choose')
  if (!isAsked || !chosen) return undefined
  return {
    staff,
    here: staff.find(({ id }) => id === chosen.staffId),
    choose: (staffId) => void choose.run({ staffId }).then((done) => done.ok || say(done.problem.message)),
  }
}

const say = (message: string) => notifications.show({ color: 'brick', withBorder: true, message })

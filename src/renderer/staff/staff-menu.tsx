import { Button, Menu } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useStaff } from './use-staff.ts'

/** Who works at this PC: their name goes with what is done from here. Nothing while there is but one who could. */
export function StaffMenu() {
  const staff = useStaff()
  if (!staff) return null
  const { here, choose } = staff
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant={here ? 'default' : 'filled'}
          leftSection={<IconUser size={16} aria-hidden />}
          aria-label={here && `${here.initials}: ${here.name} works at this PC`}
          title={here && `${here.name} works at this PC`}
        >
          {here ? here.initials : 'Who is here?'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>At this PC works</Menu.Label>
        {staff.staff.map(({ id, name, initials }) => (
          <Menu.Item
            key={id}
            leftSection={<b className="figures">{initials}</b>}
            aria-current={id === here?.id || undefined}
            onClick={() => choose(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

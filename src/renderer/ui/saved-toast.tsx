import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Chosen } from '../../core/machine/calls.ts'

interface Then {
  open(): void
  print(): void
}

/** Says that a sheet was saved as a PDF, and offers what comes next. */
export function showSaved({ name, handle }: Chosen, then: Then): void {
  const id = `saved-${handle}`
  const offer = (label: string, act: () => void) => (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        notifications.hide(id)
        act()
      }}
    >
      {label}
    </Button>
  )
  notifications.show({
    id,
    withBorder: true,
    autoClose: 12_000,
    message: (
      <Stack gap={4} align="flex-start">
        <span className="said">{`${name} saved`}</span>
        <Group gap={4}>
          {offer('Open', then.open)}
          {offer('Print', then.print)}
        </Group>
      </Stack>
    ),
  })
}

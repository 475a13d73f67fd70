import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Where a list has no rows: what it is for, and the next step. */
export function EmptyState({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack className="panel" align="center" gap="xs" py={48} px="lg">
      <Text fw={600} size="lg" ff="heading">
        {title}
      </Text>
      <Stack align="center" gap="sm" className="quiet" ta="center" maw={520}>
        {children}
      </Stack>
    </Stack>
  )
}

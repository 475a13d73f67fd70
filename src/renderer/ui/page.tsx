import { Group, Stack, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'

interface PageProps {
  readonly title: string
  /** One line under the title: the finding, in words. */
  readonly finding?: ReactNode
  /** Buttons at the title's end. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of the frame: its title, its finding, its actions. */
export function Page({ title, finding, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Wellkept`
  }, [title])
  return (
    <Stack gap="md" p={{ base: 'sm', sm: 'lg' }} className="page" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-end">
        <div className="page-title">
          <Title order={1} size={28}>
            {title}
          </Title>
          {finding && <div className="quiet">{finding}</div>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}

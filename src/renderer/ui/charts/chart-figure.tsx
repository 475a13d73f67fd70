import { Button, Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'

interface ChartFigureProps {
  /** The finding, in words. */
  readonly title: string
  readonly chart: ReactNode
  /** The same as a table, for keys and for a screen reader. */
  readonly table: ReactNode
  readonly children?: ReactNode
}

/** A chart under its finding, and the table it can be turned into. */
export function ChartFigure({ title, chart, table, children }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Stack className="panel" p="md" gap="xs" h="100%" component="figure" m={0} aria-label={title}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" component="figcaption">
        <Title order={3} size={16}>
          {title}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          As a table
        </Button>
      </Group>
      {asTable ? table : chart}
      {children}
    </Stack>
  )
}

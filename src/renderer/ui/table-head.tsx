import { Table } from '@mantine/core'

interface TableHeadProps {
  /** The columns' names. */
  readonly columns: readonly string[]
  /** From which column on they stand at the right. */
  readonly rightFrom?: number
}

/** A table's one line of names. */
export function TableHead({ columns, rightFrom = Infinity }: TableHeadProps) {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((name, i) => (
          <Table.Th key={name} {...(i >= rightFrom && { ta: 'right' as const })}>
            {name}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

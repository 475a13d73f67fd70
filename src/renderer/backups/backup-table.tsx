import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import type { BackupRow } from '../../core/backups/calls.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { TableHead } from '../ui/table-head.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { ageWords, momentWords, reasonWords, sizeWords, useZone } from './words.ts'

interface BackupTableProps {
  readonly backups: readonly BackupRow[]
  /** There is a second place, so that it is worth saying where each is. */
  readonly hasPlace: boolean
  readonly now: number
  readonly onRestore: (backup: BackupRow) => void
}

const fewest = 6

/** The backups, the one made last first; the older ones on demand. */
export function BackupTable({ backups, hasPlace, now, onRestore }: BackupTableProps) {
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const zone = useZone()
  const shown = all ? backups : backups.slice(0, fewest)
  const columns = ['Made', 'Why', 'Size', 'State', ...(hasPlace ? ['Where'] : []), 'Way back']
  const isOneShop = new Set(backups.flatMap(({ shop }) => shop || [])).size < 2
  return (
    <div>
      <Table verticalSpacing={4} horizontalSpacing={8} aria-label="Backups">
        <TableHead columns={columns} rightFrom={columns.length - 1} />
        <Table.Tbody>
          {shown.map((backup) => (
            <Table.Tr key={backup.id}>
              <Table.Th scope="row" fw={400}>
                {momentWords(backup.madeAtMs, zone, formats)}{' '}
                <span className="quiet">· {ageWords(backup.madeAtMs, now, zone, formats)}</span>
                {!isOneShop && backup.shop !== '' && <div className="quiet">{backup.shop}</div>}
              </Table.Th>
              <Table.Td>{backup.why === null ? 'not known' : reasonWords[backup.why]}</Table.Td>
              <Table.Td className="whole">{sizeWords(backup.bytes, formats)}</Table.Td>
              <Table.Td className="whole">
                {backup.verified ? (
                  <StateMark mark="kept">checked</StateMark>
                ) : (
                  <StateMark mark="risk">not checked</StateMark>
                )}
              </Table.Td>
              {hasPlace && <Table.Td>{whereWords(backup)}</Table.Td>}
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Restore the backup of ${momentWords(backup.madeAtMs, zone, formats)}`}
                  disabled={!backup.verified}
                  onClick={() => onRestore(backup)}
                >
                  Restore…
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {backups.length > shown.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          Show all {backups.length}
        </Button>
      )}
    </div>
  )
}

function whereWords({ here, second }: BackupRow): string {
  if (here && second) return 'both places'
  return here ? 'this PC' : 'second place'
}

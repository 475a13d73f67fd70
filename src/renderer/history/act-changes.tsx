import { Button, Skeleton, Table } from '@mantine/core'
import { useState } from 'react'
import { fieldWords } from '../../core/shop/field-words.ts'
import type { ChangedField, ChangedThing } from '../../core/shop/history-calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { TableHead } from '../ui/table-head.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'

const atOnce = 20

/** What an act changed: each thing, field by field. */
export function ActChanges({ actId, offset = 0 }: { readonly actId: number; readonly offset?: number }) {
  const { value, problem } = useRead('shop.actChanges', { actId, offset, limit: atOnce })
  const [more, setMore] = useState(false)
  if (!value) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={60} />
  return (
    <div className="history-changes">
      {!value.kept && offset === 0 && (
        <p className="quiet">What was before is not kept any more; this is what it was about.</p>
      )}
      {value.things.map((one) => (
        <Thing key={`${one.table} ${one.rowId}`} changed={one} />
      ))}
      {value.more &&
        (more ? (
          <ActChanges actId={actId} offset={offset + atOnce} />
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => setMore(true)}>
            Show more of it
          </Button>
        ))}
    </div>
  )
}

const eventWords = { added: 'added', changed: 'changed', removed: 'removed' } as const

function Thing({ changed }: { readonly changed: ChangedThing }) {
  const { thing, name, event, fields } = changed
  const title = [thing, name].filter(Boolean).join(': ')
  return (
    <section aria-label={title}>
      <div>
        <strong className="words">{title}</strong>
        <span className="quiet">{` ${eventWords[event]}`}</span>
      </div>
      {fields.length > 0 && (
        <Table className="history-fields" verticalSpacing={2} horizontalSpacing={8} withRowBorders={false}>
          <TableHead columns={event === 'changed' ? ['What', 'Before', 'After'] : ['What', 'Value']} />
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field.name}>
                <Table.Td className="quiet">{field.name}</Table.Td>
                {event !== 'added' && <Value field={field} of="before" />}
                {event !== 'removed' && <Value field={field} of="after" />}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}

function Value({ field, of }: { readonly field: ChangedField; readonly of: 'before' | 'after' }) {
  const formats = useFormats()
  const { zone } = useShop()
  return (
    <Table.Td className="history-value">
      {fieldWords(field[of], field.kind, zone, formats) ?? <span className="quiet">nothing</span>}
    </Table.Td>
  )
}

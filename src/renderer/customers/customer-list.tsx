import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { dayAt } from '../../core/day.ts'
import { call } from '../call.ts'
import { formatNumber } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useRead } from '../use-call.ts'
import { ConsentForm } from './consent-form.tsx'
import { CustomerCells } from './customer-cells.tsx'

/** Rows asked for at once: the ones in sight and a screen on either side. */
const page = 120
const rowHeight = 41

interface CustomerListProps {
  /** Whether the search takes the focus when it comes. */
  readonly autoFocus: boolean
  readonly onOpen: (customerId: number) => void
  readonly onAdd: (name: string) => void
}

/** All customers, found as you type, to be opened, contacted, or asked about mail together. */
export function CustomerList({ autoFocus, onOpen, onAdd }: CustomerListProps) {
  const { zone } = useShop()
  const [text, setText] = useState('')
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const found = useRead('customers.search', { text, limit: page, offset }, { keepPrevious: true })
  const body = useRef<HTMLTableSectionElement>(null)
  const total = found.value?.total ?? 0
  const [shownFrom, setShownFrom] = useState(0)
  if (!found.stale && shownFrom !== offset) setShownFrom(offset)
  const margin = body.current ? distanceFromTop(body.current) : 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current?.closest('main') ?? null,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: margin,
    onChange: ({ range }) => {
      const wanted = Math.max(0, Math.floor(((range?.startIndex ?? 0) - page / 3) / 40) * 40)
      if (wanted !== offset) setOffset(wanted)
    },
  })
  const items = virtual.getVirtualItems()
  const today = dayAt(Date.now(), zone)
  const choose = (id: number, isChosen: boolean) =>
    setChosen((before) =>
      isChosen ? new Set([...before, id]) : new Set([...before].filter((n) => n !== id)),
    )
  const chooseAll = async (isChosen: boolean) => setChosen(isChosen ? await idsOf(text) : new Set())
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <TextInput
          aria-label="Find customers"
          placeholder="Find by name, company, mail, phone, city or note"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          autoFocus={autoFocus}
          maxLength={500}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setOffset(0)
          }}
          w={420}
        />
        <span className="quiet figures" aria-live="polite">
          {found.value && (total === 1 ? '1 customer' : `${formatNumber(total)} customers`)}
        </span>
      </Group>
      {chosen.size > 0 && (
        <Group
          className="panel chosen-bar"
          wrap="nowrap"
          align="flex-start"
          role="region"
          aria-label="Chosen customers"
        >
          <span className="figures chosen-count">{`${formatNumber(chosen.size)} chosen`}</span>
          <ConsentForm customerIds={[...chosen]} onDone={() => setChosen(new Set())} />
          <Button variant="subtle" onClick={() => setChosen(new Set())}>
            Clear
          </Button>
        </Group>
      )}
      <ProblemNote problem={found.problem} />
      {found.value && total === 0 ? (
        <p className="quiet">
          {`Nobody found for “${text}”. Try fewer letters, or `}
          <Button size="compact-sm" variant="subtle" onClick={() => onAdd(text)}>
            {`add “${text}”`}
          </Button>
        </p>
      ) : (
        <table className="customer-table" aria-label="Customers" aria-rowcount={total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="choice">
                <label className="tick" htmlFor="choose-all">
                  <Checkbox
                    id="choose-all"
                    size="xs"
                    aria-label="Choose all that were found"
                    checked={chosen.size > 0 && chosen.size >= total}
                    indeterminate={chosen.size > 0 && chosen.size < total}
                    onChange={(event) => void chooseAll(event.currentTarget.checked)}
                  />
                </label>
              </th>
              {columns.map(([name, className]) => (
                <th key={name} scope="col" className={className}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            <Gap height={(items[0]?.start ?? margin) - margin} />
            {items.map(({ index }) => (
              <tr key={index} aria-rowindex={index + 2}>
                <CustomerCells
                  row={found.value?.rows[index - shownFrom]}
                  today={today}
                  chosen={chosen}
                  onChoose={choose}
                  onOpen={onOpen}
                />
              </tr>
            ))}
            <Gap height={virtual.getTotalSize() + margin - (items.at(-1)?.end ?? margin)} />
          </tbody>
        </table>
      )}
    </div>
  )
}

/** The room of the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />

const columns = [
  ['Name', 'name'],
  ['Phone or mail', 'reach'],
  ['City', 'city'],
  ['Mail', 'consent'],
  ['Last contact', 'last'],
  ['Log a contact', 'log'],
] as const

/** Everybody found, not only those in sight. */
async function idsOf(text: string): Promise<ReadonlySet<number>> {
  const ids = new Set<number>()
  for (let offset = 0; ; offset += 500) {
    const result = await call('customers.search', { text, limit: 500, offset })
    if (!result.ok || result.value.rows.length === 0) return ids
    for (const { id } of result.value.rows) ids.add(id)
  }
}

/** From the top of what scrolls; a table part's own offset is only to its table. */
const distanceFromTop = (part: HTMLElement): number =>
  part.offsetTop + (part.offsetParent instanceof HTMLTableElement ? part.offsetParent.offsetTop : 0)

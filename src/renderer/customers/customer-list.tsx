import { Anchor, Button, Checkbox, Group, Select } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { useState } from 'react'
import type { Output } from '../../core/calls.ts'
import { customerOrders, listedOnly, type ListedOnly } from '../../core/customers/orders.ts'
import { dayAt } from '../../core/day.ts'
import { FindInput } from '../ui/find-input.tsx'
import { NothingFound } from '../ui/nothing-found.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useAsked } from '../ui/use-asked.ts'
import { useOrder } from '../ui/use-order.ts'
import { useRemembered } from '../ui/use-remembered.ts'
import { useNow } from '../ui/use-now.ts'
import { rowsAsked } from '../ui/virtual-rows.ts'
import { VirtualTable } from '../ui/virtual-table.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { allFound, choiceOf, without } from './choice.ts'
import { ConsentForm } from './consent-form.tsx'
import { CustomerCells } from './customer-cells.tsx'
import { NoesKept } from './noes-kept.tsx'
import { TierPick } from './tier-pick.tsx'
import { useFoundIds } from './use-found-ids.ts'

interface CustomerListProps {
  /** Whether the search takes the focus when it comes. */
  readonly autoFocus: boolean
  readonly onOpen: (customerId: number) => void
  readonly onAdd: (name: string) => void
  readonly onLabels: (customerIds: readonly number[]) => void
}

/** All customers, found as you type, to be opened, contacted, or asked about mail together. */
export function CustomerList({ autoFocus, onOpen, onAdd, onLabels }: CustomerListProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const [text, setText] = useState('')
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [withHidden, setWithHidden] = useState(false)
  const [noted, setNoted] = useState<Output<'customers.setConsent'>>()
  const [order, setOrder] = useOrder('customers', customerOrders)
  const [only, setOnly] = useRemembered('customers-listed', listedOnly)
  const isQuiet = only === 'quiet'
  // A list of others has no column of silences.
  const by = order.by === 'quiet' && !isQuiet ? customerOrders[0] : order.by
  const asked = { text, by, down: order.down, only, limit: rowsAsked, offset }
  const found = useRead('customers.search', asked, { keepPrevious: true })
  // While another list is on its way, the rows before still stand there.
  const [shownFirst] = found.value?.rows ?? []
  const showsSilence = shownFirst ? shownFirst.silence !== undefined : isQuiet
  const everybody = useFoundIds(text, only, { enabled: chosen.size > 0 })
  const choice = choiceOf(chosen, everybody.ids, withHidden, formats)
  const total = found.value?.total ?? 0
  const today = dayAt(useNow(), zone)
  const open = useCallbackRef(onOpen)
  const choose = useCallbackRef((id: number, isChosen: boolean) =>
    setChosen((before) => (isChosen ? new Set([...before, id]) : without(before, new Set([id])))),
  )
  const list = (wanted: string | null) => {
    const next = listedOnly.find((one) => one === wanted) ?? 'all'
    setOnly(next)
    // The most unusual silence first; any other list as it was.
    if (next === 'quiet') setOrder({ by: 'quiet', down: true })
    else if (order.by === 'quiet') setOrder({ by: 'name', down: false })
    setWithHidden(false)
    setOffset(0)
  }
  // The palette asks by the page's address: `/customers?list=quiet`.
  useAsked('list', list)
  const chooseAll = (
    <label className="tick" htmlFor="choose-all">
      <Checkbox
        id="choose-all"
        size="xs"
        aria-label="Choose all that were found"
        checked={choice.all}
        indeterminate={choice.some && !choice.all}
        onChange={async ({ currentTarget: { checked } }) => {
          const ids = await everybody.read()
          setChosen((before) => allFound(before, ids, checked))
        }}
      />
    </label>
  )
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <FindInput
          name="Find customers"
          placeholder="Find by name, company, mail, phone, city or note"
          value={text}
          autoFocus={autoFocus}
          maxLength={500}
          onChange={(sought) => {
            setText(sought)
            setWithHidden(false)
            setOffset(0)
          }}
          flex="0 1 420px"
        />
        <Group gap="sm" wrap="nowrap">
          <span className="quiet figures" style={{ whiteSpace: 'nowrap' }} aria-live="polite">
            {found.value && formats.counted(total, 'customer', 'customers')}
          </span>
          <Select
            aria-label="Who is listed"
            data={listedWords}
            value={only}
            allowDeselect={false}
            w={150}
            comboboxProps={{ position: 'bottom-end' }}
            onChange={list}
          />
        </Group>
      </Group>
      {chosen.size > 0 && (
        <Group
          className="panel chosen-bar"
          wrap="nowrap"
          align="flex-start"
          role="region"
          aria-label="Chosen customers"
        >
          <div className="figures chosen-count" aria-live="polite">
            {choice.says}
            {choice.hidden > 0 && (
              <Anchor
                component="button"
                type="button"
                size="sm"
                underline="always"
                onClick={() => setWithHidden(!withHidden)}
              >
                {withHidden ? 'Only those shown' : 'Include them'}
              </Anchor>
            )}
          </div>
          <ConsentForm
            form={`consents:${[...chosen][0]}`}
            customerIds={choice.reached}
            onDone={(done) => {
              setChosen((before) => without(before, new Set(choice.reached)))
              setWithHidden(false)
              setNoted(done.refused > 0 ? done : undefined)
            }}
          />
          <TierPick customerIds={choice.reached} />
          <Button variant="default" onClick={() => onLabels(choice.reached)}>
            Labels…
          </Button>
          <Button variant="subtle" onClick={() => setChosen(new Set())}>
            Clear
          </Button>
        </Group>
      )}
      {noted && <NoesKept noted={noted} onOpen={onOpen} onClose={() => setNoted(undefined)} />}
      <ProblemNote problem={found.problem} />
      <VirtualTable
        name="Customers"
        className="customer-table"
        columns={[{ className: 'choice', head: chooseAll }, ...(showsSilence ? quietColumns : columns)]}
        found={found}
        offset={offset}
        onOffset={setOffset}
        order={{ ...order, by }}
        onOrder={(next) => {
          setOrder(next)
          setOffset(0)
        }}
        renderCells={(row) => (
          <CustomerCells
            row={row}
            today={today}
            isChosen={chosen.has(row.id)}
            onChoose={choose}
            onOpen={open}
          />
        )}
        empty={
          text === '' || only !== 'all' ? (
            <p className="quiet">{`Nobody ${text === '' ? '' : `found for “${text}” `}under “${labelOf(only)}”.`}</p>
          ) : (
            <NothingFound says="Nobody found" text={text} onAdd={onAdd} />
          )
        }
      />
    </div>
  )
}

const columns = [
  { className: 'name', head: 'Name', by: 'name' },
  { className: 'reach', head: 'Phone or mail' },
  { className: 'city', head: 'City', by: 'city' },
  { className: 'consent', head: 'Mail' },
  { className: 'last', head: 'Last contact', by: 'last' },
  { className: 'log', head: 'Log a contact' },
] as const

const quietColumns = [
  { className: 'name', head: 'Name', by: 'name' },
  { className: 'reach', head: 'Phone or mail' },
  { className: 'silence', head: 'Silence', by: 'quiet' },
  { className: 'log', head: 'Log a contact' },
] as const

const listedWords = [
  { value: 'all', label: 'Everybody' },
  { value: 'yes', label: 'Yes to mail' },
  { value: 'no', label: 'No mail' },
  { value: 'unasked', label: 'Not asked' },
  { value: 'quiet', label: 'Quiet regulars' },
  { value: 'paused', label: 'Paused' },
  { value: 'dead', label: 'Mail or letter came back' },
  { value: 'aside', label: 'Put aside' },
] as const satisfies readonly { readonly value: ListedOnly; readonly label: string }[]

const labelOf = (only: ListedOnly): string => listedWords.find(({ value }) => value === only)!.label

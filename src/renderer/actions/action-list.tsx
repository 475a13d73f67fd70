import { Button } from '@mantine/core'
import type { ShopAction } from '../../core/actions/calls.ts'
import { dayAt } from '../../core/day.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { GroupedList } from '../ui/grouped-list.tsx'
import { useShop } from '../ui/shop-context.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRows } from '../ui/use-rows.ts'
import { ActionButtons } from './action-buttons.tsx'
import { satisfiedWords } from './satisfied-field.tsx'
import './actions.css'

interface ActionListProps {
  readonly rows: readonly ShopAction[]
  readonly total: number
  /** Asks for more rows; absent when there is nothing more to ask for. */
  readonly onMore: (() => void) | undefined
}

/** What is open, with what can be done about it, or what was closed, with what came of it. */
export function ActionList({ rows, total, onMore }: ActionListProps) {
  const formats = useFormats()
  const { list, refocus } = useRows(rows)
  return (
    <GroupedList
      list={list}
      className="action-list"
      groups={[{ title: '', rows, total }]}
      keyOf={({ id }) => String(id)}
      renderRow={(action) => <ActionRow action={action} onGone={refocus} />}
      renderMore={(more) =>
        onMore ? (
          <Button variant="subtle" fullWidth onClick={onMore}>
            {`Show more of ${formats.number(more)}`}
          </Button>
        ) : (
          <span className="quiet">{`${formats.number(more)} more, ${rows[0]?.state === 'open' ? 'due later' : 'closed before'}.`}</span>
        )
      }
    />
  )
}

const ActionRow = ({ action, onGone }: { readonly action: ShopAction; readonly onGone: () => void }) => (
  <div className="row">
    {action.state === 'open' ? <Due action={action} /> : <Closed action={action} />}
    <span data-fact className="long-words what">
      {action.what}
      {action.about && <AboutChip about={action.about} />}
      <Outcome action={action} />
    </span>
    {action.state === 'open' && (
      <span className="acts">
        <ActionButtons action={action} onGone={onGone} />
      </span>
    )}
  </div>
)

/** What came of it, and what a customer answered. */
const Outcome = ({ action: { result, satisfied } }: { readonly action: ShopAction }) => {
  const parts = [satisfied && satisfiedWords[satisfied], result].filter(Boolean)
  return parts.length > 0 && <div className="quiet">{parts.join(': ')}</div>
}

const Due = ({ action: { reason, isLate } }: { readonly action: ShopAction }) => (
  <span className="due" data-fact>
    <StateMark mark={isLate ? 'risk' : 'none'}>{reason}</StateMark>
  </span>
)

function Closed({ action: { state, closedAtMs } }: { readonly action: ShopAction }) {
  const formats = useFormats()
  const { zone } = useShop()
  const day = closedAtMs === null ? '' : formats.date(dayAt(closedAtMs, zone))
  return (
    <span className="due" data-fact>
      <StateMark mark={state === 'done' ? 'kept' : 'none'}>
        {`${state === 'done' ? 'Done' : 'Not to be done'}, ${day}`}
      </StateMark>
    </span>
  )
}

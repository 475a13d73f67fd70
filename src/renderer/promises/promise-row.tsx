import { Button, Kbd, Menu } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { customerPage } from '../../core/customers/page.ts'
import type { ShopPromise } from '../../core/promises/calls.ts'
import { nextStep, type Standing } from '../../core/promises/standing.ts'
import { MustKnow } from '../ui/must-know.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { markOf } from './close-dialog.tsx'

/** What can be done with a promise from its row. */
export type RowAct = 'warn' | 'ready' | 'close' | 'break' | 'change'

const acts = {
  warn: { label: 'Customer told', key: 't' },
  ready: { label: 'Ready', key: 'r' },
  close: { label: 'Close', key: 'c' },
  break: { label: 'Broken', key: 'b' },
  change: { label: 'Change', key: 'e' },
} as const satisfies Record<RowAct, { label: string; key: string }>

interface PromiseRowProps {
  readonly promise: ShopPromise
  /** Undefined where it is closed. */
  readonly standing: Standing | undefined
  readonly busy: boolean
  readonly onAct: (act: RowAct, promise: ShopPromise) => void
}

/** One line: whom, what, why it stands here, what to do – each act also on its letter while the focus is among them. */
export function PromiseRow({ promise, standing, busy, onAct }: PromiseRowProps) {
  const formats = useFormats()
  const { name, what, reason, customerId, priceCapMills, phone, mustKnow } = promise
  const closed = promise.doneAtMs !== null || promise.brokenAtMs !== null
  const open = (['warn', 'ready', 'close'] as const).filter(
    (act) => !closed && !(act !== 'close' && promise.readyAtMs !== null),
  )
  const seldom = closed ? (['change'] as const) : (['change', 'break'] as const)
  const next = standing && nextStep(promise, standing)
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = [...open, ...seldom].find((candidate) => acts[candidate].key === event.key.toLowerCase())
    if (!act || busy) return
    event.preventDefault()
    onAct(act, promise)
  }
  const who = name || 'No name'
  return (
    <article className="row promise-row" aria-label={`${who}: ${what}`}>
      <span className="who" title={phone ? `${who}, ${phone}` : who}>
        <bdi data-fact>{customerId === null ? who : <Link href={customerPage(customerId)}>{who}</Link>}</bdi>
        {next === 'warn' && phone && (
          <bdi data-fact className="phone figures">
            {phone}
          </bdi>
        )}
      </span>
      <span className="grow">
        <span className="long-words what" title={what}>
          <button
            type="button"
            className="name-button thing"
            onKeyDown={onKey}
            onClick={() => onAct('change', promise)}
          >
            <bdi>{what}</bdi>
          </button>
          {priceCapMills !== null && <span className="quiet"> · at most {formats.price(priceCapMills)}</span>}
        </span>
        <MustKnow words={mustKnow} />
      </span>
      <span data-fact className={`clip reason${closed ? ' closed' : ''}`} title={reason}>
        {closed ? <StateMark mark={markOf[promise.outcome]}>{reason}</StateMark> : reason}
      </span>
      <span className="acts">
        {open.map((act) => (
          <Button
            key={act}
            size="compact-sm"
            variant={act === next ? 'light' : 'subtle'}
            disabled={busy}
            aria-keyshortcuts={acts[act].key.toUpperCase()}
            title={`${acts[act].label} (${acts[act].key.toUpperCase()})`}
            onClick={() => onAct(act, promise)}
            onKeyDown={onKey}
          >
            {acts[act].label}
          </Button>
        ))}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`More for ${who}: ${what}`}
              onKeyDown={onKey}
            >
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {seldom.map((act) => (
              <Menu.Item
                key={act}
                color={act === 'break' ? 'brick' : undefined}
                rightSection={<Kbd size="xs">{acts[act].key.toUpperCase()}</Kbd>}
                onClick={() => onAct(act, promise)}
              >
                {acts[act].label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
    </article>
  )
}

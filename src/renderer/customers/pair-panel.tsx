import { Button, Group } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { CustomerPair, PairSide } from '../../core/customers/answers.ts'
import { addressWords } from '../../core/customers/address.ts'
import {
  chosenFields,
  type ChosenField,
  type MergeChoice,
  type MergeSide,
} from '../../core/customers/merge-choice.ts'
import { detailWords } from '../../core/customers/detail-words.ts'
import { dayAt } from '../../core/day.ts'
import { isMeantForUnopened } from '../ui/is-asked.ts'
import { isFocusNowhere } from '../ui/keep-focus.ts'
import { RefusalNote } from '../ui/problem-note.tsx'
import { secondClickMs } from '../ui/second-click.ts'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { ConsentMark } from './consent-mark.tsx'
import { detailLabels } from './customer-form.tsx'

interface PairPanelProps {
  readonly pair: CustomerPair
  readonly place: { readonly at: number; readonly of: number }
  /** The next pair is on its way. */
  readonly isStale: boolean
  readonly onLater: () => void
}

/** Two customers side by side: what differs is chosen by a click or an arrow key, then they are merged, or said to be two. */
export function PairPanel({ pair, place, isStale, onLater }: PairPanelProps) {
  const formats = useFormats()
  const [choice, setChoice] = useState<MergeChoice>({})
  const merge = useWrite('customers.merge')
  const twoPeople = useWrite('customers.twoPeople')
  const { one, other, keepId } = pair
  const [keep, gone] = keepId === one.id ? [one, other] : [other, one]
  const isBusy = merge.busy || twoPeople.busy || isStale
  const acts = {
    m: () => void merge.run({ keepId: keep.id, goneId: gone.id, fields: choice }),
    t: () => void twoPeople.run({ customerId: one.id, otherId: other.id }),
    l: onLater,
  }
  useLetters(acts, !isBusy)
  return (
    <div
      className="pair"
      role="group"
      aria-label={`${one.name} and ${other.name}`}
      tabIndex={-1}
      ref={takeFocus}
      data-autofocus
    >
      <p className="pair-why">
        <b data-fact>{sentence(pair.reason)}</b>
        {pair.against !== '' && <span data-fact>{` · speaks against it: ${pair.against}`}</span>}
        <span className="quiet figures pair-place">{`${formats.number(place.at)} of ${formats.number(place.of)}`}</span>
      </p>
      <PairTable
        keep={keep}
        gone={gone}
        usual={pair.usual}
        choice={choice}
        onChoose={(field, side) => {
          const { [field]: _before, ...others } = choice
          merge.clear()
          twoPeople.clear()
          setChoice(side === undefined ? others : { ...others, [field]: side })
        }}
      />
      <RefusalNote problem={merge.problem ?? twoPeople.problem} />
      <Group justify="space-between" wrap="nowrap" align="end">
        <span className="quiet">
          Contacts, promises and answers of both come together; a mail or postal address that is not chosen
          stays among the others. One undo puts both back.
        </span>
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" disabled={isBusy} onClick={acts.l}>
            Later
            <Key letter="L" />
          </Button>
          <Button variant="default" disabled={isBusy} onClick={acts.t}>
            These are two
            <Key letter="T" />
          </Button>
          <Button disabled={isBusy} onClick={acts.m}>
            Merge
            <Key letter="M" />
          </Button>
        </Group>
      </Group>
    </div>
  )
}

/** The next pair is read before a key merges it, from its first line on: no button of it has the focus. */
function takeFocus(panel: HTMLElement | null): void {
  panel?.focus({ preventScroll: true })
  panel?.closest('[role="dialog"]')?.scrollTo(0, 0)
}

/** Keys of one letter, once the pair has been looked at: who presses one twice means the one before, and who types means no key. */
function useLetters(acts: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent, shownMs: number) => {
    const act = acts[event.key.toLowerCase()]
    if (!act || !isOn || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    if (!isHere(event.target) || isMeantForUnopened() || event.timeStamp - shownMs < secondClickMs) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const shownMs = performance.now()
    const onKey = (event: KeyboardEvent) => press(event, shownMs)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Whether a key is pressed in the dialog of the pair, or nowhere. */
function isHere(target: EventTarget | null): boolean {
  if (isFocusNowhere()) return true
  const dialog = target instanceof Element ? target.closest('[role="dialog"]') : null
  return dialog !== null && dialog.querySelector('.pair') !== null
}

const Key = ({ letter }: { readonly letter: string }) => (
  <kbd className="pair-key" aria-hidden>
    {letter}
  </kbd>
)

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

interface TableProps {
  readonly keep: PairSide
  readonly gone: PairSide
  /** What stays unless the owner chooses. */
  readonly usual: MergeChoice
  readonly choice: MergeChoice
  readonly onChoose: OnChoose
}

/** Without a side, both have their part. */
type OnChoose = (field: ChosenField, side?: MergeSide) => void

const labels: Readonly<Record<ChosenField, string>> = {
  ...detailLabels,
  address: 'Address',
  sourceId: 'Number',
}

const valueOf = (side: PairSide, field: ChosenField): string =>
  field === 'address' ? addressWords(side) : side[field]

function PairTable({ keep, gone, usual, choice, onChoose }: TableProps) {
  const shown = chosenFields.filter((field) => valueOf(keep, field) !== '' || valueOf(gone, field) !== '')
  return (
    <div className="pair-table">
      {shown.map((field) => (
        <PairRow
          key={field}
          field={field}
          keep={valueOf(keep, field)}
          gone={valueOf(gone, field)}
          side={choice[field] ?? usual[field]}
          hasBoth={usual[field] === undefined}
          onChoose={onChoose}
        />
      ))}
      <span className="quiet">Mail</span>
      {[keep, gone].map((side) => (
        <span key={side.id} className="pair-value">
          <ConsentMark consent={side.mailConsent} />
        </span>
      ))}
      <span className="quiet">Last contact</span>
      {[keep, gone].map((side) => (
        <LastContact key={side.id} side={side} />
      ))}
    </div>
  )
}

function LastContact({ side: { lastStrongMs, isAside } }: { readonly side: PairSide }) {
  const formats = useFormats()
  const { zone } = useShop()
  return (
    <span className="pair-value">
      {lastStrongMs === null ? 'none' : formats.date(dayAt(lastStrongMs, zone))}
      {isAside && <span className="quiet">, put aside</span>}
    </span>
  )
}

interface RowProps {
  readonly field: ChosenField
  readonly keep: string
  readonly gone: string
  /** Whose value stays; undefined where both are alike, or both stay. */
  readonly side: MergeSide | undefined
  /** Whether both may stay. */
  readonly hasBoth: boolean
  readonly onChoose: OnChoose
}

/** One field of both: alike it is told once, else either is chosen. */
function PairRow({ field, keep, gone, side, hasBoth, onChoose }: RowProps) {
  const formats = useFormats()
  const label = labels[field]
  if (keep === gone)
    return (
      <>
        <span className="quiet">{label}</span>
        <span className="pair-value pair-alike" data-fact>
          {detailWords(field, keep, formats)}
        </span>
      </>
    )
  const isBoth = side === undefined
  return (
    <div role="radiogroup" aria-label={label} className="pair-choices">
      <span className="quiet">
        {label}
        {hasBoth && (
          <label className="pair-both">
            <input type="radio" name={`pair-${field}`} checked={isBoth} onChange={() => onChoose(field)} />
            both stay
          </label>
        )}
      </span>
      {(['keep', 'gone'] as const).map((one) => {
        const value = one === 'keep' ? keep : gone
        return (
          <label
            key={one}
            className="pair-value pair-choice"
            data-chosen={isBoth || side === one || undefined}
          >
            <input
              type="radio"
              name={`pair-${field}`}
              checked={side === one}
              onChange={() => onChoose(field, one)}
            />
            {value === '' ? (
              <span className="quiet">nothing</span>
            ) : (
              <span data-fact>{detailWords(field, value, formats)}</span>
            )}
          </label>
        )
      })}
    </div>
  )
}

import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import type { ShopAction } from '../../core/actions/calls.ts'
import { finishForm } from '../../core/actions/waiting.ts'
import { addDays, dayAt } from '../../core/day.ts'
import type { Occasion } from '../../core/letters/occasions.ts'
import { LetterDialog } from '../letters/letter-dialog.tsx'
import { useDrafts } from '../ui/drafts.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useWrite } from '../use-call.ts'
import { FinishDialog } from './finish-dialog.tsx'
import { MoveForm } from './move-form.tsx'

interface ActionButtonsProps {
  readonly action: ShopAction
  /** After a dialog over it has gone. */
  readonly onGone?: () => void
}

/** On what is written for what is to be done after a sale. */
const letterOn: Readonly<Partial<Record<ShopAction['source'], Occasion>>> = {
  asked: 'satisfied',
  complaint: 'sorry',
  thanks: 'referral',
}

/** Done in one click, with a word in two; or later, by somebody else, or not at all. */
export function ActionButtons({ action, onGone }: ActionButtonsProps) {
  const { zone } = useShop()
  const { id: actionId, what, source, about } = action
  const occasion = about?.kind === 'customer' ? letterOn[source] : undefined
  const isAsked = source === 'asked'
  const done = isAsked ? 'Asked…' : 'Done'
  const finish = useWrite('actions.finish')
  const move = useWrite('actions.move')
  const drop = useWrite('actions.drop')
  const [asking, setAsking] = useState<'finish' | 'move' | 'letter'>()
  // What is half said of it would be lost by the one click.
  const isSaid = useDrafts().of(finishForm(actionId)) !== undefined
  const inDays = (days: number) => void move.run({ actionId, due: addDays(dayAt(Date.now(), zone), days) })
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        loading={finish.busy}
        aria-label={`${done}: ${what}`}
        onClick={() => (isSaid || isAsked ? setAsking('finish') : void finish.run({ actionId }))}
      >
        {done}
      </Button>
      <RowMenu
        target={
          <Button
            size="compact-sm"
            variant="subtle"
            loading={move.busy || drop.busy}
            aria-label={`More: ${what}`}
          >
            More…
          </Button>
        }
      >
        {!isAsked && (
          <>
            <Menu.Item onClick={() => setAsking('finish')}>Done, with a word…</Menu.Item>
            <Menu.Divider />
          </>
        )}
        {occasion && (
          <>
            <Menu.Item onClick={() => setAsking('letter')}>Write to them, or call…</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => inDays(1)}>Tomorrow</Menu.Item>
        <Menu.Item onClick={() => inDays(7)}>In a week</Menu.Item>
        <Menu.Item onClick={() => setAsking('move')}>On a day, or by somebody…</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void drop.run({ actionId })}>Not to be done any more</Menu.Item>
      </RowMenu>
      {occasion && about && (
        <LetterDialog
          to={asking === 'letter' ? { customerId: about.id, name: about.name, occasion, actionId } : null}
          onClose={() => setAsking(undefined)}
          onGone={onGone}
        />
      )}
      <ProblemNote problem={finish.problem ?? move.problem ?? drop.problem} />
      <FinishDialog
        action={action}
        opened={asking === 'finish'}
        onClose={() => setAsking(undefined)}
        onGone={onGone}
      />
      <Modal
        opened={asking === 'move'}
        onClose={() => setAsking(undefined)}
        onExitTransitionEnd={onGone}
        title={what}
      >
        {asking === 'move' && <MoveForm action={action} onDone={() => setAsking(undefined)} />}
      </Modal>
    </>
  )
}

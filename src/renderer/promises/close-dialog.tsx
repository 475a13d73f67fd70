import { Checkbox, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import { localAt } from '../../core/day.ts'
import { promisesCalls, type ShopPromise } from '../../core/promises/calls.ts'
import { doneOn } from '../../core/promises/done.ts'
import { finishedAt, judgedAtMs, outcomeOf, type Outcome } from '../../core/promises/outcome.ts'
import { lateDays, lengthWords, instantWords } from '../../core/promises/words.ts'
import { DialogForm } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { StateMark, type Mark } from '../ui/state-mark.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useNow } from '../ui/use-now.ts'
import { useFormats } from '../ui/use-formats.ts'
import {
  PromiseDialog,
  type PromiseDialogProps,
  type PromiseFormProps,
  PromiseLine,
} from './promise-dialog.tsx'
import { useTypedWhen, WhenInput } from '../ui/when-input.tsx'

/** The four-point check: on time (judged by the real finish), in budget, full scope, left clean. */
export const CloseDialog = (props: PromiseDialogProps) => (
  <PromiseDialog {...props} title="Close the promise" Form={CloseForm} />
)

function CloseForm({ promise, onDone }: PromiseFormProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const [began] = useState(() => localAt(promise.readyAtMs ?? Date.now(), zone).replace('T', ' '))
  const kept = useKept(`close:${promise.id}`, {
    at: began,
    inBudget: false,
    fullScope: false,
    leftClean: false,
    note: promise.note,
  })
  const finished = useTypedWhen(kept.value.at, kept.typedAtMs('at'), 'back')
  const { when } = finished
  const finish = when && (when.dayOnly ? when.local.slice(0, 10) : when.local)
  const form = useCallForm(promisesCalls, 'promises.close', {
    kept,
    input: { promiseId: promise.id, ...kept.value, at: finish ?? '' },
    missing: { at: !finish && 'Give the day and the time, such as today 16:30, or the day alone.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Close the promise">
      <PromiseLine promise={promise} />
      <WhenInput
        label="Really finished"
        value={finished}
        onChange={(at) => form.set({ at })}
        examples="16:30, yesterday 17, fri"
        error={form.error('at')}
      />
      <div aria-live="polite" style={{ minHeight: 22 }}>
        {finish && <Verdict promise={promise} finish={finish} />}
      </div>
      <Text size="sm" className="quiet">
        Tick what is true.
      </Text>
      <Checkbox data-autofocus label={budgetWords(promise, formats)} {...form.tick('inBudget')} />
      <Checkbox label="Full scope: all that was promised" {...form.tick('fullScope')} />
      <Checkbox label="Left clean" {...form.tick('leftClean')} />
      <Textarea label="Note" autosize minRows={1} maxRows={4} {...form.text('note')} />
    </DialogForm>
  )
}

const budgetWords = ({ priceCapMills }: ShopPromise, formats: Formats): string =>
  priceCapMills === null ? 'In budget' : `In budget, at most ${formats.price(priceCapMills)}`

/** How each outcome is marked. */
export const markOf: Readonly<Record<Outcome, Mark>> = {
  kept: 'kept',
  'late-but-warned': 'risk',
  'late-and-silent': 'broken',
  broken: 'broken',
  open: 'broken',
  'not-due': 'none',
}

/** `finish` is local; a day alone where nobody knows the time. */
function Verdict({ promise, finish }: { readonly promise: ShopPromise; readonly finish: string }) {
  const formats = useFormats()
  const { zone } = useShop()
  const now = useNow()
  const { atMs: doneAtMs, dayOnly } = doneOn(finish, promise.readyAtMs, zone)
  const closed = { ...promise, doneAtMs }
  const outcome = outcomeOf(closed, now)
  const told = instantWords(judgedAtMs(promise), { now, zone, formats })
  const finished = finishedAt(closed)!
  const away = dayOnly && finished === closed.doneAtMs ? null : lengthWords(finished - judgedAtMs(promise))
  if (outcome === 'kept')
    return (
      <StateMark mark="kept">{`On time: told ${told}${away === null ? '' : `, ${away} to spare`}`}</StateMark>
    )
  const how = outcome === 'late-but-warned' ? 'but warned' : 'and silent'
  return (
    <StateMark
      mark={markOf[outcome]}
    >{`${away ?? lateDays(closed, zone, formats)} late ${how}: told ${told}`}</StateMark>
  )
}

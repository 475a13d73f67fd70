import { Checkbox, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../core/day.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { ClosingAnswer } from '../../../core/hours/closing/calls.ts'
import { type Closing, parseClosing } from '../../../core/hours/closing/entry.ts'
import { slashOrder } from '../../../core/slash-order.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useRead } from '../../use-call.ts'
import { ClosingTexts } from './closing-texts.tsx'
import { type Decided, PromisesInto, sentPromises } from './promises-into.tsx'

const nothing = { text: '', newsletter: false, decided: {} as Decided }

/** Closed for a while, as one line: the days, what goes out, and each promise that falls into them, moved or kept. */
export function ClosingForm({ today }: { readonly today: Day }) {
  const { country } = useShop()
  const kept = useKept('closing', nothing)
  const { text, newsletter, decided } = kept.value
  const typed = parseClosing(text, today, slashOrder(country))
  const closing = typed.ok ? typed.value : undefined
  const asked = closing ?? { from: today, to: today, label: '-' }
  const { value, problem, stale } = useRead('hours.closing', { ...asked }, { enabled: closing !== undefined })
  const [told, setTold] = useState<Closing>()
  const answer = closing && !stale ? value : undefined
  const promises = answer && sentPromises(answer.promises, decided)
  const form = useCallForm(hoursCalls, 'hours.closeForWhile', {
    kept,
    input: closing && promises ? { ...closing, newsletter, promises } : undefined,
    shownAt: { from: 'text', to: 'text', label: 'text' },
    missing: { text: !typed.ok && typed.problem.message },
    isBlocked: !promises,
    onSaved: (_, { from, to, label }) => setTold({ from, to, label }),
  })
  return (
    <>
      <Form
        form={form}
        className="panel"
        p="md"
        gap="sm"
        label="Close for a while"
        head={
          <Title order={2} size={20}>
            Close for a while
          </Title>
        }
        buttons={
          <div>
            <SaveButton form={form} disabled={!promises}>
              Close on these days
            </SaveButton>
          </div>
        }
      >
        <TextInput
          label="From when to when, and why"
          placeholder="closed 24.12.-2.1., family"
          autoComplete="off"
          maxLength={140}
          {...form.text('text')}
        />
        <ProblemNote problem={closing && problem} />
        {closing && answer && (
          <>
            <WhatItMeans closing={closing} answer={answer} today={today} />
            {answer.promises.length > 0 && (
              <PromisesInto
                promises={answer.promises}
                decided={decided}
                onDecide={(next) => form.set({ decided: next })}
              />
            )}
            <Checkbox label="Put it into the newsletter as well" {...form.tick('newsletter')} />
          </>
        )}
      </Form>
      <Modal
        opened={told !== undefined}
        onClose={() => setTold(undefined)}
        title="Tell your customers"
        size={900}
      >
        {told && <ClosingTexts closing={told} />}
      </Modal>
    </>
  )
}

interface WhatItMeansProps {
  readonly closing: Closing
  readonly answer: ClosingAnswer
  readonly today: Day
}

/** The days as they were understood, what they take away, and when the shop is back. */
function WhatItMeans({ closing: { to, label }, answer, today }: WhatItMeansProps) {
  const formats = useFormats()
  const { from, days, openDays, overruled, back } = answer
  return (
    <Stack gap={4} aria-live="polite">
      <Text fw={600} data-fact>{`${formats.spokenDays(from, to, today)}: ${label}`}</Text>
      <Text size="sm">
        {`${formats.counted(days, 'day', 'days')}, ${formats.number(openDays)} of them otherwise open.`}
        {back && ` Back on ${formats.spoken(back.day, today)} at ${formats.time(back.time)}.`}
      </Text>
      {overruled.map((one) => (
        <Text key={one.day} size="sm">
          {`${one.label}, ${formats.fullDay(one.day)}, is closed as well this time.`}
        </Text>
      ))}
    </Stack>
  )
}

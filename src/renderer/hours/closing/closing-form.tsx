import { Checkbox, Modal, Stack, Text, TextInput, type TextInputProps, Title } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../core/day.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { ClosingAnswer } from '../../../core/hours/closing/calls.ts'
import {
  type Closing,
  parseClosing,
  type TypedClosing,
  usualLabel,
} from '../../../core/hours/closing/entry.ts'
import { slashOrder } from '../../../core/slash-order.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { useTypedMoment } from '../../ui/typed-moment.ts'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useRead } from '../../use-call.ts'
import { ClosingTexts } from './closing-texts.tsx'
import { type Decided, PromisesInto, sentPromises } from './promises-into.tsx'

const nothing = { text: '', sure: '', newsletter: false, answers: {} as Decided }

/** Closed for a while, as one line: the days, what goes out, and each promise that falls into them, moved or kept. */
export function ClosingForm({ today }: { readonly today: Day }) {
  const { country, zone } = useShop()
  const kept = useKept('closing', nothing)
  const { text, sure, newsletter, answers: decided } = kept.value
  const moment = useTypedMoment(kept.typedAtMs('text'))
  const order = slashOrder(country)
  const read = (day: Day) => parseClosing(text, day, order)
  const typed = read(moment.day)
  const { unsure = false, ...closing } = typed.ok ? typed.value : noClosing
  const { value, problem, stale } = useRead('hours.closing', closing, { enabled: typed.ok })
  const [told, setTold] = useState<Closing>()
  const answer = typed.ok && !stale ? value : undefined
  const promises = answer && sentPromises(answer.promises, decided, { zone, order })
  const isDecided = promises !== undefined && (!unsure || sure === text)
  const form = useCallForm(hoursCalls, 'hours.closeForWhile', {
    kept,
    input: isDecided ? { ...closing, newsletter, promises } : undefined,
    shownAt: { from: 'text', to: 'text', label: 'text' },
    missing: { text: !typed.ok && typed.problem.message },
    isBlocked: !isDecided,
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
            <SaveButton form={form} disabled={!isDecided}>
              Close on these days
            </SaveButton>
          </div>
        }
      >
        <ClosingLine {...form.text('text')} wrong={typed.ok ? undefined : typed.problem.message} />
        <ProblemNote problem={typed.ok ? problem : undefined} />
        {answer && (
          <>
            <WhatItMeans closing={closing} answer={answer} today={today} said={saidOf(moment, read)} />
            {unsure && (
              <Checkbox
                label={isMeant(closing, answer)}
                checked={sure === text}
                onChange={(change) => form.set({ sure: change.currentTarget.checked ? text : '' })}
              />
            )}
            {answer.promises.length > 0 && (
              <PromisesInto
                promises={answer.promises}
                closing={{ ...closing, from: answer.from }}
                decided={decided}
                onDecide={(next) => form.set({ answers: next })}
              />
            )}
            <Checkbox label="Put it into the newsletter as well" {...form.tick('newsletter')} />
          </>
        )}
      </Form>
      <TellCustomers closing={told} onClose={() => setTold(undefined)} />
    </>
  )
}

interface ClosingLineProps extends Pick<TextInputProps, 'onChange'> {
  readonly value: string
  readonly error: string | undefined
  /** How it is written, where it is not understood. */
  readonly wrong: string | undefined
}

/** The days and the reason in one line; while it is typed it says how it is written. */
const ClosingLine = ({ wrong, ...field }: ClosingLineProps) => (
  <TextInput
    label="From when to when, and why"
    placeholder="closed 24.12.-2.1., family"
    autoComplete="off"
    maxLength={140}
    description={field.value.trim() === '' || field.error ? undefined : wrong}
    descriptionProps={{ 'aria-live': 'polite', className: 'echo' }}
    inputWrapperOrder={['label', 'input', 'error', 'description']}
    {...field}
  />
)

interface TellCustomersProps {
  /** Undefined while nothing was closed. */
  readonly closing: Closing | undefined
  readonly onClose: () => void
}

const TellCustomers = ({ closing, onClose }: TellCustomersProps) => (
  <Modal opened={closing !== undefined} onClose={onClose} title="Tell your customers" size={900}>
    {closing && <ClosingTexts closing={closing} />}
  </Modal>
)

const noClosing: TypedClosing = { from: '2000-01-01', to: '2000-01-01', label: usualLabel }

/** When the days were typed, where they would be other ones today. */
function saidOf(
  { day, today, said }: ReturnType<typeof useTypedMoment>,
  read: (day: Day) => ReturnType<typeof parseClosing>,
): string {
  const daysOn = (on: Day) => {
    const closing = read(on)
    return closing.ok && [closing.value.from, closing.value.to]
  }
  return said(daysOn(day), daysOn(today))
}

/** What to agree to where more than a reason may stand behind the days. */
function isMeant({ label }: Closing, { days }: ClosingAnswer): string {
  const only = `That is right: only ${days === 1 ? 'this day' : 'these days'}`
  return label === usualLabel ? `${only}.` : `${only}, and “${label}” is the reason.`
}

interface WhatItMeansProps {
  readonly closing: Closing
  readonly answer: ClosingAnswer
  readonly today: Day
  /** When they were typed, where it matters. */
  readonly said: string
}

/** The days as they were understood, what they take away, and when the shop is back. */
function WhatItMeans({ closing: { to, label }, answer, today, said }: WhatItMeansProps) {
  const formats = useFormats()
  const { from, days, openDays, overruled, back } = answer
  return (
    <Stack gap={4} aria-live="polite">
      <Text
        fw={600}
        data-fact
      >{`${formats.spokenDays(from, to, today)}: ${label}${said && `, ${said}`}`}</Text>
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

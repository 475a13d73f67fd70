import { Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconClockQuestion } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Day, dayAt } from '../../../core/day.ts'
import { askedForm } from '../../../core/hours/asked-form.ts'
import { type AskedDay as Asked, type AskedTime, toldAt } from '../../../core/hours/asked.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import { askedWords, judgedWords } from '../../../core/hours/words.ts'
import { isFocusNowhere } from '../../ui/keep-focus.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { type FormWork, useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useWrite } from '../../use-call.ts'
import { answersOf, choicesFor, keyOf, rowsOf, type Said, sayingOf, unsaid, withRest } from './asked-rows.ts'

const nothing = { said: {} as Readonly<Record<string, Said>> }

/** Asks all times of one day of which nothing is known, with one key each; what the schedule offers is never assumed. */
export function AskedDay({ asked }: { readonly asked: Asked }) {
  const formats = useFormats()
  const { day, blocks, times, since, more } = asked
  const { zone } = useShop()
  const kept = useKept(askedForm(day), nothing)
  const said = new Map(Object.entries(kept.value.said))
  const { rows, goOn, stay } = useNextDay(day)
  const ready = unsaid(times, said).length === 0
  const form = useCallForm(hoursCalls, 'hours.answerDay', {
    kept,
    input: ready ? { day, answers: answersOf(times, said, zone) } : undefined,
    isBlocked: !ready,
    onRefused: stay,
  })
  const leave = useWrite('hours.leaveAsked')
  const sayRest = (rest: 'as scheduled' | 'not known') => {
    goOn()
    void form.send({ day, answers: answersOf(times, withRest(times, said, rest), zone) })
  }
  const save = () => {
    goOn()
    return form.save()
  }
  const say = (time: AskedTime, next: Said) => form.set({ said: { ...form.value.said, [keyOf(time)]: next } })
  const work = { ...form, save, busy: form.busy || leave.busy, rest: form.rest ?? leave.problem }
  return (
    <Alert
      role="region"
      color="amber"
      variant="light"
      icon={<IconClockQuestion size={18} aria-hidden />}
      title={`How were the hours on ${formats.fullDay(day)}?`}
    >
      <Form form={work}>
        <Text size="sm">
          {times.length === 1
            ? 'One time was not logged.'
            : `${formats.number(times.length)} times were not logged.`}{' '}
          What you remember is marked as reconstructed and counts neither as kept nor as missed; “did not”
          counts as missed.
          {more > 0 &&
            ` ${more === 1 ? 'One more day is' : `${formats.number(more)} more days are`} asked after this one.`}{' '}
          Keys: S as scheduled, O other time, D did not, N not known.
        </Text>
        <Stack gap={6} ref={rows} className="asked-rows">
          {rowsOf(blocks, times, formats).map((row) =>
            'judged' in row ? (
              <div key={row.key} className="asked-row figures">
                <span>{row.words}</span>
                <span className="quiet">{judgedWords(row.judged, formats)}</span>
              </div>
            ) : (
              <AskedRow
                key={keyOf(row.time)}
                words={askedWords(row.time, since, formats)}
                time={row.time}
                said={said.get(keyOf(row.time))}
                zone={zone}
                onSay={(next) => say(row.time, next)}
              />
            ),
          )}
        </Stack>
        <Actions asked={asked} said={said} form={work} onRest={sayRest} onLeave={() => void leave.run({})} />
      </Form>
    </Alert>
  )
}

/** The next day that is asked takes the focus, once the owner went on to it. Whoever came to answer has it nowhere, and begins at once. */
function useNextDay(day: Day) {
  const rows = useRef<HTMLDivElement>(null)
  const toFocus = useRef(false)
  const comes = useRef(true)
  useEffect(() => {
    if (comes.current && isFocusNowhere()) toFocus.current = true
    comes.current = false
    if (!toFocus.current) return
    toFocus.current = false
    rows.current?.querySelector('button')?.focus()
  }, [day])
  const goOn = () => void (toFocus.current = true)
  const stay = () => void (toFocus.current = false)
  return { rows, goOn, stay }
}

interface ActionsProps {
  readonly asked: Asked
  readonly said: ReadonlyMap<string, Said>
  readonly form: FormWork
  readonly onRest: (rest: 'as scheduled' | 'not known') => void
  readonly onLeave: () => void
}

/** Saves what was said, or says the same of all that is left. */
function Actions({ asked: { times, since, more }, said, form, onRest, onLeave }: ActionsProps) {
  const { counted } = useFormats()
  const open = unsaid(times, said).length
  const isBegun = open < times.length
  return (
    <Group gap="xs">
      <SaveButton form={form} disabled={open > 0}>
        Save
      </SaveButton>
      {since === undefined && open > 0 && (
        <Button variant="default" disabled={form.busy} onClick={() => onRest('as scheduled')}>
          {isBegun ? 'The rest as scheduled' : times.length === 1 ? 'As scheduled' : 'All as scheduled'}
        </Button>
      )}
      {open > 0 && (
        <Button variant="default" disabled={form.busy} onClick={() => onRest('not known')}>
          {isBegun ? 'The rest is not known' : times.length === 1 ? 'Not known' : 'None is known'}
        </Button>
      )}
      {more > 0 && (
        <Button variant="subtle" disabled={form.busy} onClick={onLeave}>
          {`None is known, on all ${counted(more + 1, 'day', 'days')}`}
        </Button>
      )}
    </Group>
  )
}

interface AskedRowProps {
  readonly words: string
  readonly time: AskedTime
  readonly said: Said | undefined
  readonly zone: string
  readonly onSay: (said: Said) => void
}

/** One time: a choice by mouse, or by its letter; another time is typed beside it. */
function AskedRow({ words, time, said, zone, onSay }: AskedRowProps) {
  const formats = useFormats()
  const name = words[0]!.toUpperCase() + words.slice(1)
  const typed = useRef<HTMLInputElement>(null)
  const isOther = said?.answer === 'other time'
  const press = (key: KeyboardEvent<HTMLElement>) => {
    const answer = key.ctrlKey || key.metaKey || key.altKey ? undefined : sayingOf(time, key.key)
    if (!answer) return
    key.preventDefault()
    onSay({ answer, time: said?.time ?? '' })
    // Drawn first: the time to type, or the button that can now be pressed.
    const row = key.currentTarget.closest('.asked-row')
    requestAnimationFrame(() =>
      answer === 'other time' ? typed.current?.focus() : row && next(row)?.focus(),
    )
  }
  /** A time that is typed goes on with Enter, and its row still hears the other letters. */
  const pressTyped = (key: KeyboardEvent<HTMLInputElement>) => {
    if (key.key !== 'Enter') return sayingOf(time, key.key) !== 'other time' && press(key)
    const row = key.currentTarget.closest('.asked-row')
    const to = key.currentTarget.value !== '' && row ? next(row) : null
    if (!to || (to instanceof HTMLButtonElement && to.type === 'submit')) return
    key.preventDefault()
    to.focus()
  }
  const at = isOther && said.time !== '' ? toldAt(time, said.time, zone).slice(0, 10) : null
  const dated = at !== null && at !== dayAt(time.forMs, zone)
  return (
    <div className="asked-row figures" role="group" aria-label={name}>
      <span>{name}</span>
      {choicesFor(time).map(({ value, label }) => (
        <UnstyledButton
          key={value}
          className="state-key answer"
          aria-pressed={said?.answer === value}
          onKeyDown={press}
          onClick={() => onSay({ answer: value, time: said?.time ?? '' })}
        >
          {label}
        </UnstyledButton>
      ))}
      {isOther && (
        <TextInput
          ref={typed}
          size="xs"
          type="time"
          aria-label={`${name}: really at`}
          value={said.time}
          onKeyDown={pressTyped}
          onChange={(change) => onSay({ answer: 'other time', time: change.currentTarget.value })}
        />
      )}
      {dated && <span className="quiet">{`on ${formats.day(at)}`}</span>}
    </div>
  )
}

/** Where the focus goes after an answer: the next time, or the button that saves. */
function next(row: Element): HTMLElement | null {
  for (let other = row.nextElementSibling; other; other = other.nextElementSibling) {
    const choice = other.querySelector<HTMLElement>('[aria-pressed=true], button')
    if (choice) return choice
  }
  return row.closest('form')?.querySelector<HTMLButtonElement>('button[type=submit]') ?? null
}

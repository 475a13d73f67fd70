import { Autocomplete, Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../core/calls.ts'
import { customersCalls } from '../../core/customers/calls.ts'
import type { Consent } from '../../core/customers/consent.ts'
import { noToChannel, type Channel } from '../../core/customers/reach.ts'
import { DayInput } from '../ui/day-input.tsx'
import { useDrafts } from '../ui/drafts.ts'
import { Form } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface ConsentFormProps {
  readonly customerIds: readonly number[]
  /** Under which name what is typed is kept; where that changes while it stands, what is typed goes along. */
  readonly form: string
  /** What is asked about; mail where nothing is said. */
  readonly channel?: Channel
  /** What was asked before, in words, where it is asked for. */
  readonly wordings?: readonly string[]
  /** Whether a no holds for the one customer: a yes then needs the day they were asked again. */
  readonly isRefused?: boolean
  readonly onDone: (noted: Output<'customers.setConsent'>, answer: Consent) => void
  /** Away from it by Esc; what is typed stays for another time. Absent where it stands as long as its customers are chosen. */
  readonly onLeave?: () => void
}

const answersAbout = (what: string) =>
  [
    { answer: 'yes', label: `Yes to ${what}` },
    { answer: 'no', label: `No ${what}` },
    { answer: 'unasked', label: 'Not asked' },
  ] as const satisfies readonly { answer: Consent; label: string }[]

const nothing = { source: '', wording: '', askedDay: '' }

/** Notes what customers answered, where the answer comes from, and of one of them what was asked. */
export function ConsentForm(props: ConsentFormProps) {
  const { customerIds, form: name, channel = 'email', wordings, isRefused = false, onDone, onLeave } = props
  const kept = useKept(useMoved(name), nothing)
  const { source, wording, askedDay } = kept.value
  const [beside, setBeside] = useState('')
  const form = useCallForm(customersCalls, 'customers.setConsent', {
    kept,
    onSaved: (noted, { answer }) => {
      setBeside(noted.beside?.join(' ') ?? '')
      onDone(noted, answer)
    },
    onLeave,
  })
  const note = (answer: Consent) => {
    const day = isRefused && answer === 'yes' && askedDay !== '' ? askedDay : undefined
    return form.send({ customerIds: [...customerIds], channel, answer, source, wording, day })
  }
  return (
    <div className="grow">
      <Form form={form} begins={onLeave !== undefined}>
        <Group gap="xs" align={isRefused ? 'flex-end' : 'flex-start'}>
          <TextInput
            flex="1 1 320px"
            aria-label={
              wordings ? 'Where the answer comes from' : 'Where the answer comes from, and in which words'
            }
            placeholder={
              wordings
                ? 'Where from, such as: asked at the counter'
                : 'Where from, such as: asked at the counter “May we write to you?”'
            }
            maxLength={500}
            {...form.text('source')}
          />
          {wordings && (
            <Autocomplete
              flex="1 1 320px"
              aria-label="What was asked, in words"
              placeholder="What was asked, in words"
              data={[...wordings]}
              maxLength={500}
              {...form.field('wording')}
            />
          )}
          {isRefused && (
            <DayInput w={170} label="Asked again on" nearest="back" {...form.field('askedDay')} />
          )}
          {answersAbout(noToChannel[channel]).map(({ answer, label }) => (
            <Button
              key={answer}
              variant={answer === 'yes' ? 'light' : 'default'}
              loading={form.busy}
              disabled={customerIds.length === 0}
              onClick={() => void note(answer)}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Form>
      {beside !== '' && <Text size="sm">{beside}</Text>}
    </div>
  )
}

/**
 * The name under which a draft is kept; what is typed moves along, before it is read, when the form goes by another name. Words that
 * are kept under that name stay, and those typed here come back under their own.
 */
function useMoved(form: string): string {
  const drafts = useDrafts()
  const [name, setName] = useState(form)
  if (name !== form) {
    const typed = drafts.of(name)
    if (typed && !drafts.of(form)) {
      drafts.keep(form, typed)
      drafts.drop(name)
    }
    setName(form)
  }
  return form
}

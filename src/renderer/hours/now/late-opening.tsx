import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { use, useState } from 'react'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { latenessWords } from '../../../core/hours/words.ts'
import { localAt } from '../../../core/day.ts'
import { OpeningContext } from '../../call.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { NoticeDialog } from '../told/notice-dialog.tsx'

/** Openings of a shop for which the owner does not want to say why; asked once. */
const left = new Set<string>()

/** An opening of which it is asked why it was late or early, once. */
interface Why {
  readonly entryId: number
  readonly sinceMs: number
  readonly lateMinutes: number
  readonly onLeave: () => void
}

/** The opening to ask about; undefined where none is, and once the owner left it. */
export function useWhy(status: HoursStatus): Why | undefined {
  const opening = use(OpeningContext)
  const [, setLeft] = useState(0)
  if (!status.open || !status.unexplained || status.lateMinutes === undefined) return undefined
  const { entryId, sinceMs, lateMinutes } = status
  const name = `${opening} ${entryId}`
  if (left.has(name)) return undefined
  return { entryId, sinceMs, lateMinutes, onLeave: () => (left.add(name), setLeft(left.size)) }
}

/** Where customers may have waited, or still do: offers the notice for them. */
export function LateNotice({ status }: { readonly status: HoursStatus }) {
  const { toleranceMinutes } = status
  if (status.open)
    return (status.lateMinutes ?? 0) > toleranceMinutes && !status.pause && <Notice kind="opened late" />
  const { overdueMinutes = 0, closedEarly } = status
  return overdueMinutes > toleranceMinutes && <Notice kind={closedEarly ? 'open again' : 'open late'} />
}

const noticeWords = {
  'open late': 'A note on the door tells who waits when you open.',
  'open again': 'If you open again today, a note on the door tells who waits when.',
  'opened late': 'If customers waited at the door, a short notice says sorry.',
} as const

/** Offers the notice: before the door opens a note on it, afterwards a word to those who waited. */
function Notice({ kind }: { readonly kind: keyof typeof noticeWords }) {
  const [opened, setOpened] = useState(false)
  const asksTime = kind !== 'opened late'
  return (
    <Group gap="sm">
      <Text size="sm" className="quiet">
        {noticeWords[kind]}
      </Text>
      <Button variant="default" onClick={() => setOpened(true)}>
        {asksTime ? 'Note for the door…' : 'Notice for customers…'}
      </Button>
      <NoticeDialog kind="late" asksTime={asksTime} opened={opened} onClose={() => setOpened(false)} />
    </Group>
  )
}

/** Asks why an opening was late or early. */
export function WhyOff({ why: { entryId, sinceMs, lateMinutes, onLeave } }: { readonly why: Why }) {
  const kept = useKept(`why:${entryId}`, { reason: '' })
  const [earlier, setEarlier] = useState(false)
  const form = useCallForm(hoursCalls, 'hours.explain', { kept, input: { entryId, ...kept.value } })
  return (
    <Alert
      role="region"
      color="amber"
      variant="light"
      icon={<IconMessageQuestion size={18} aria-hidden />}
      title={`You opened ${latenessWords(lateMinutes)}. Why?`}
    >
      {earlier ? (
        <PcWasOff entryId={entryId} sinceMs={sinceMs} onLeave={() => setEarlier(false)} />
      ) : (
        <Form form={form}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label="Reason"
              className="grow"
              placeholder="delivery was late"
              maxLength={500}
              {...form.text('reason')}
            />
            <SaveButton form={form} disabled={!form.ready}>
              Save the reason
            </SaveButton>
            {lateMinutes > 0 && (
              <Button variant="default" onClick={() => setEarlier(true)}>
                The PC was not on yet…
              </Button>
            )}
            <Button variant="default" onClick={() => (form.cancel(), onLeave())}>
              Leave it open
            </Button>
          </Group>
        </Form>
      )}
    </Alert>
  )
}

interface PcWasOffProps {
  readonly entryId: number
  readonly sinceMs: number
  readonly onLeave: () => void
}

/** The shop was open before the PC was on: the real time takes the place of the logged one, which stays readable. */
function PcWasOff({ entryId, sinceMs, onLeave }: PcWasOffProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const logged = localAt(sinceMs, zone)
  const kept = useKept(`pc-off:${entryId}`, { time: '' })
  const form = useCallForm(hoursCalls, 'hours.correct', {
    kept,
    input: { entryId, at: `${logged.slice(0, 10)}T${kept.value.time}`, pcOff: true },
    onLeave,
  })
  return (
    <Form form={form}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="When did you open, before the PC was on?"
          type="time"
          autoFocus
          {...form.text('time')}
        />
        <SaveButton form={form} disabled={!form.ready}>
          Opened at this time
        </SaveButton>
        <Button variant="default" onClick={form.cancel}>
          Back
        </Button>
      </Group>
      <Text size="sm" className="quiet">
        {`${formats.time(logged.slice(11))} stays readable as first logged. What is told like this is counted, and said beside the figure.`}
      </Text>
    </Form>
  )
}

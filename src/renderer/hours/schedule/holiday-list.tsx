import { Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import { blocksWords, explainBlocks, formatBlocks, parseBlocks } from '../../../core/hours/blocks-text.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { Holiday } from '../../../core/hours/holidays/calls.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { type Mark, StateMark } from '../../ui/state-mark.tsx'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useWrite } from '../../use-call.ts'
import { useComingHolidays } from './use-undecided.ts'

/** The holidays until the end of the next year in the shop's country and region, each decided by the owner. */
export function HolidayList({ today }: { readonly today: Day }) {
  const { holidays, problem } = useComingHolidays(today)
  const formats = useFormats()
  const [others, setOthers] = useState(false)
  const shown = holidays?.filter(
    ({ type, decision }) => others || type === 'public' || decision !== 'undecided',
  )
  const undecided =
    holidays?.filter(({ type, decision }) => type === 'public' && decision === 'undecided') ?? []
  const hidden = (holidays?.length ?? 0) - (shown?.length ?? 0)
  return (
    <Stack className="panel" p="md" gap="xs" component="section" aria-label="Holidays">
      <Title order={2} size={18}>
        {`Holidays until the end of ${Number(today.slice(0, 4)) + 1}`}
      </Title>
      <ProblemNote problem={problem} />
      {!holidays && !problem && <Skeleton height={240} />}
      {holidays && (
        <Text size="sm" className="quiet">
          {undecided.length === 0
            ? 'Every public holiday is decided.'
            : 'Proposed for your country and region. Nothing holds until you decide.'}
        </Text>
      )}
      {undecided.length > 1 && <DecideAll holidays={undecided} />}
      {shown?.map((holiday) => (
        <HolidayRow key={holiday.day} holiday={holiday} />
      ))}
      {(hidden > 0 || others) && (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => setOthers(!others)}>
            {others ? 'Only public holidays' : `Show ${formats.number(hidden)} bank and other holidays`}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function DecideAll({ holidays }: { readonly holidays: readonly Holiday[] }) {
  const decide = useWrite('hours.decideHolidays')
  const years = [...new Set(holidays.map(({ day }) => Number(day.slice(0, 4))))]
  return (
    <Group gap="xs">
      {years.map((year) => (
        <Button
          key={year}
          variant="default"
          size="compact-sm"
          loading={decide.busy}
          onClick={() => void decide.run({ year, decision: 'closed' })}
        >
          {`Closed on all in ${year}`}
        </Button>
      ))}
      <ProblemNote problem={decide.problem} />
    </Group>
  )
}

const decisionMarks: Readonly<Record<Holiday['decision'], Mark>> = {
  undecided: 'risk',
  closed: 'kept',
  hours: 'kept',
  'as usual': 'kept',
}

function HolidayRow({ holiday }: { readonly holiday: Holiday }) {
  const formats = useFormats()
  const { day, name, localName, type, decision, blocks } = holiday
  const [typing, setTyping] = useState(false)
  const decide = useWrite('hours.decideHoliday')
  const words = decision === 'hours' && blocks ? blocksWords(blocks, formats) : decision
  const choose = (next: 'closed' | 'as usual', label: string): ReactNode => (
    <Button
      size="compact-sm"
      variant={decision === next ? 'light' : 'default'}
      aria-pressed={decision === next}
      aria-label={`${label}: ${name}, ${formats.date(day)}`}
      loading={decide.busy}
      onClick={() => void decide.run({ day, name, decision: next })}
    >
      {label}
    </Button>
  )
  return (
    <Stack gap={4} py={6} style={{ borderTop: '1px solid var(--wk-line)' }}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className="grow" style={{ overflowWrap: 'anywhere' }}>
          {name}
          <Text size="xs" className="quiet figures">
            {formats.dayAndYear(day)}
            {localName !== name && `, ${localName}`}
            {type !== 'public' && `, ${type} holiday`}
          </Text>
        </div>
        <StateMark mark={decisionMarks[decision]}>{words}</StateMark>
      </Group>
      <Group gap={6}>
        {choose('closed', 'Closed')}
        {choose('as usual', 'Open as usual')}
        <Button
          size="compact-sm"
          variant={decision === 'hours' ? 'light' : 'default'}
          aria-expanded={typing}
          aria-label={`Other hours: ${name}, ${formats.date(day)}`}
          onClick={() => setTyping(!typing)}
        >
          Other hours…
        </Button>
      </Group>
      {typing && <HolidayHours holiday={holiday} onDone={() => setTyping(false)} />}
      <ProblemNote problem={decide.problem} />
    </Stack>
  )
}

const hoursNames = { text: 'The hours' }

interface HolidayHoursProps {
  readonly holiday: Holiday
  readonly onDone: () => void
}

function HolidayHours({ holiday: { day, name, blocks: before }, onDone }: HolidayHoursProps) {
  const formats = useFormats()
  const kept = useKept(`holiday:${day}`, { text: before ? formatBlocks(before) : '' })
  const { text } = kept.value
  const blocks = parseBlocks(text)
  const usable = blocks.ok && blocks.value.length > 0
  const form = useCallForm(hoursCalls, 'hours.decideHoliday', {
    kept,
    names: hoursNames,
    input: { day, name, decision: 'hours', blocks: blocks.ok ? [...blocks.value] : [] },
    shownAt: { blocks: 'text' },
    isBlocked: !usable,
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form form={form}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label={`Hours on ${name}`}
          className="grow"
          placeholder="8-12"
          autoFocus
          autoComplete="off"
          description={usable ? explainBlocks(blocks.value, formats) : undefined}
          inputWrapperOrder={['input', 'description', 'error']}
          {...form.text('text')}
          error={!blocks.ok && text !== '' ? blocks.problem.message : form.error('text')}
        />
        <SaveButton form={form} disabled={!form.ready}>
          Save
        </SaveButton>
      </Group>
    </Form>
  )
}

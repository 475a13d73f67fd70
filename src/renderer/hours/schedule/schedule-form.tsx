import { Button, Fieldset, Grid, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type Day, isDay } from '../../../core/day.ts'
import { hoursCalls, type ScheduleAnswer } from '../../../core/hours/calls.ts'
import { parseWeek, weekTexts } from '../../../core/hours/blocks-text.ts'
import { type Week, weekdayNames } from '../../../core/hours/week.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead, useWrite } from '../../use-call.ts'
import { SchedulePreview } from './schedule-preview.tsx'
import { emptyWeekTexts, WeekEditor } from '../week-editor.tsx'

/** Sorts after every version, so that the answer lists them all even before the first is valid. */
const lastDay = '9999-12-31'

const names = { ...weekdayNames, validFrom: 'The first day' }

/** The weekly hours: typed, valid from a day, kept as versions; what would change is shown before it is saved. */
export function ScheduleForm({ today }: { readonly today: Day }) {
  const [version, setVersion] = useState<Day>()
  const { value: shown, problem } = useRead(
    'hours.schedule',
    { day: version ?? today },
    { keepPrevious: true },
  )
  // What is typed before the hours are there would be typed into another form than theirs.
  if (shown === undefined) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={400} />
  return <Loaded today={today} shown={shown} version={version} setVersion={setVersion} />
}

interface LoadedProps {
  readonly today: Day
  readonly shown: ScheduleAnswer | null
  /** The version asked for; undefined for the one that is valid today. */
  readonly version: Day | undefined
  readonly setVersion: (version: Day | undefined) => void
}

function Loaded({ today, shown, version, setVersion }: LoadedProps) {
  const { value: all } = useRead('hours.schedule', { day: lastDay })
  const current = shown?.validFrom
  const versions = all?.versions ?? []
  const kept = useKept(`schedule:${current ?? 'new'}`, {
    ...(shown ? weekTexts(shown.week) : emptyWeekTexts),
    validFrom: version ?? today,
  })
  const { validFrom, ...texts } = kept.value
  const week = parseWeek(texts)
  const form = useCallForm(hoursCalls, 'hours.setSchedule', {
    kept,
    names,
    input: { validFrom, week: week.ok ? week.value : {} },
    missing: week.ok ? {} : { [week.problem.field ?? 'week']: week.problem.message },
    onSaved: () => setVersion(validFrom),
    onRefused: (problem) => {
      const [, day] = problem?.field?.split('.') ?? []
      if (day) document.getElementById(`hours-${day}`)?.focus()
    },
  })
  const show = (day: Day | undefined) => {
    form.calm()
    setVersion(day)
  }
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Form
          form={form}
          className="panel"
          p="md"
          gap="sm"
          label="Weekly hours"
          head={
            <Title order={2} size={20}>
              Weekly hours
            </Title>
          }
        >
          <WeekEditor value={texts} onChange={form.set} />
          <Group align="flex-start">
            <DayInput label="Valid from" required {...form.field('validFrom')} />
            <Group mt={22}>
              <SaveButton form={form}>Save hours</SaveButton>
              {form.typed && (
                <Button variant="default" onClick={form.cancel}>
                  Undo the typing
                </Button>
              )}
            </Group>
          </Group>
        </Form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <WhatChanges
            isFirst={versions.length === 0 && Object.values(texts).every((text) => text.trim() === '')}
            validFrom={validFrom}
            week={week.ok ? week.value : undefined}
          />
          {versions.length > 0 && <Versions versions={versions} current={current} onShow={show} />}
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

interface WhatChangesProps {
  readonly isFirst: boolean
  readonly validFrom: string
  /** Undefined while not every day is understood. */
  readonly week: Week | undefined
}

const WhatChanges = ({ isFirst, validFrom, week }: WhatChangesProps) => (
  <Stack className="panel" p="md" gap="sm" component="section" aria-label="What changes">
    <Title order={2} size={18}>
      What changes
    </Title>
    {week && isDay(validFrom) && !isFirst ? (
      <SchedulePreview validFrom={validFrom} week={week} />
    ) : (
      <Text className="quiet">
        {isFirst
          ? 'Type the hours of a day; what they come to is shown here before you save.'
          : week
            ? 'Choose the first day of these hours.'
            : 'Shown as soon as every day is understood.'}
      </Text>
    )}
  </Stack>
)

interface VersionsProps {
  readonly versions: readonly Day[]
  readonly current: Day | undefined
  readonly onShow: (day: Day | undefined) => void
}

function Versions({ versions, current, onShow }: VersionsProps) {
  const formats = useFormats()
  const remove = useWrite('hours.removeSchedule')
  const removeShown = async (validFrom: Day) => {
    if ((await remove.run({ validFrom })).ok) onShow(undefined)
  }
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label="Versions">
      <Title order={2} size={18}>
        Versions
      </Title>
      <Text size="sm" className="quiet">
        Each day is judged by the version that was valid on it.
      </Text>
      <Fieldset variant="unstyled" aria-label="Show a version">
        <Group gap={6}>
          {versions.map((day) => (
            <Button
              key={day}
              size="compact-sm"
              variant={current === day ? 'light' : 'default'}
              aria-pressed={current === day}
              onClick={() => onShow(day)}
            >
              {`from ${formats.date(day)}`}
            </Button>
          ))}
        </Group>
      </Fieldset>
      <ProblemNote problem={remove.problem} />
      {current && (
        <Group>
          <Button
            variant="default"
            className="wraps"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.busy}
            onClick={() => void removeShown(current)}
          >
            {`Remove the hours from ${formats.date(current)}`}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

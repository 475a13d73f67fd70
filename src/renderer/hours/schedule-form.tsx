import { Button, Fieldset, Grid, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type Day, isDay } from '../../core/day.ts'
import { parseWeek, weekTexts } from '../../core/hours/blocks-text.ts'
import { weekdayNames } from '../../core/hours/week.ts'
import type { Problem } from '../../core/result.ts'
import { Form } from '../ui/form.tsx'
import { formatDate } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useRead, useWrite } from '../use-call.ts'
import { SchedulePreview } from './schedule-preview.tsx'
import { emptyWeekTexts, WeekEditor } from './week-editor.tsx'

/** Sorts after every version, so that the answer lists them all even before the first is valid. */
const lastDay = '9999-12-31'

const names = { ...weekdayNames, validFrom: 'The first day' }

/** The weekly hours: typed, valid from a day, kept as versions; what would change is shown before it is saved. */
export function ScheduleForm({ today }: { readonly today: Day }) {
  const [version, setVersion] = useState<Day>()
  const shown = useRead('hours.schedule', { day: version ?? today }, { keepPrevious: true })
  const { value: all } = useRead('hours.schedule', { day: lastDay })
  const [problem, setProblem] = useState<Problem>()
  const set = useWrite('hours.setSchedule')
  const remove = useWrite('hours.removeSchedule')

  const current = shown.value?.validFrom
  const kept = useKept(`schedule:${current ?? 'new'}`, {
    ...(shown.value ? weekTexts(shown.value.week) : emptyWeekTexts),
    validFrom: version ?? today,
  })
  const { validFrom, ...texts } = kept.value
  const versions = all?.versions ?? []
  const week = parseWeek(texts)
  const isFirst = versions.length === 0 && Object.values(texts).every((text) => text.trim() === '')
  const edit = (change: Partial<typeof kept.value>) => {
    setProblem(undefined)
    kept.set(change)
  }
  const show = (day: Day | undefined) => {
    setProblem(undefined)
    setVersion(day)
  }
  const save = async () => {
    const answer = week.ok ? await set.run({ validFrom, week: week.value }) : week
    if (answer.ok) {
      kept.startOver()
      return show(validFrom)
    }
    setProblem(answer.problem)
    const [, day] = answer.problem.field?.split('.') ?? []
    if (day) document.getElementById(`hours-${day}`)?.focus()
  }
  const removeShown = async () => {
    if (!current) return
    const answer = await remove.run({ validFrom: current })
    if (answer.ok) show(undefined)
    else setProblem(answer.problem)
  }
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Form className="panel" p="md" gap="sm" label="Weekly hours" kept={kept} names={names} onSave={save}>
          <Title order={2} size={20}>
            Weekly hours
          </Title>
          <WeekEditor value={texts} onChange={edit} />
          <Group align="flex-end">
            <TextInput
              label="Valid from"
              type="date"
              required
              value={validFrom}
              onChange={(event) => edit({ validFrom: event.currentTarget.value })}
            />
            <Button type="submit" loading={set.busy}>
              Save hours
            </Button>
            {kept.typed && (
              <Button variant="default" onClick={() => (setProblem(undefined), kept.startOver())}>
                Undo the typing
              </Button>
            )}
          </Group>
          <ProblemNote problem={problem} />
        </Form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <Stack className="panel" p="md" gap="sm" component="section" aria-label="What changes">
            <Title order={2} size={18}>
              What changes
            </Title>
            {week.ok && isDay(validFrom) && !isFirst ? (
              <SchedulePreview validFrom={validFrom} week={week.value} />
            ) : (
              <Text className="quiet">
                {isFirst
                  ? 'Type the hours of a day; what they come to is shown here before you save.'
                  : week.ok
                    ? 'Choose the first day of these hours.'
                    : 'Shown as soon as every day is understood.'}
              </Text>
            )}
          </Stack>
          {versions.length > 0 && (
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
                      onClick={() => show(day)}
                    >
                      {`from ${formatDate(day)}`}
                    </Button>
                  ))}
                </Group>
              </Fieldset>
              {current && (
                <Group>
                  <Button
                    variant="default"
                    className="wraps"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    loading={remove.busy}
                    onClick={() => void removeShown()}
                  >
                    {`Remove the hours from ${formatDate(current)}`}
                  </Button>
                </Group>
              )}
            </Stack>
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

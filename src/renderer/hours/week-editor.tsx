import { ActionIcon, Button, Fieldset, Group, Menu, Stack, Text, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import { explainBlocks, parseBlocks, parseWeek, type WeekTexts } from '../../core/hours/blocks-text.ts'
import { type Weekday, weekdayNames, weekdays } from '../../core/hours/week.ts'
import { RowMenu } from '../ui/row-menu.tsx'
import { useFormats } from '../ui/use-formats.ts'

/** A week with every day closed, as it is typed. */
export const emptyWeekTexts: WeekTexts = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' }

interface WeekEditorProps {
  readonly value: WeekTexts
  readonly onChange: (value: WeekTexts) => void
}

/** The weekly hours, one typed line a day; `parseWeek` turns the texts into a week, or says what cannot be. */
export function WeekEditor({ value, onChange }: WeekEditorProps) {
  const formats = useFormats()
  const [left, setLeft] = useState<ReadonlySet<Weekday>>(new Set())
  const week = parseWeek(value)
  const wrong = (day: Weekday): string | undefined => {
    const blocks = parseBlocks(value[day])
    if (!blocks.ok) return blocks.problem.message
    return !week.ok && week.problem.field === `week.${day}` ? week.problem.message : undefined
  }
  /** What was wrong is said no more while it is being corrected. */
  const type = (day: Weekday, text: string) => {
    setLeft(new Set([...left].filter((other) => other !== day)))
    onChange({ ...value, [day]: text })
  }
  const first = weekdays.find((day) => value[day].trim() !== '') ?? 'mon'
  const toSaturday = weekdays.slice(weekdays.indexOf(first) + 1, 6)
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    onChange({ ...value, ...Object.fromEntries(to.map((day) => [day, value[from]])) })
  return (
    <Fieldset variant="unstyled" aria-label="Opening hours of the week">
      <Stack gap={6}>
        {weekdays.map((day) => {
          const problem = wrong(day)
          const shown = left.has(day) ? problem : undefined
          return (
            <Group key={day} gap="sm" wrap="nowrap" align="flex-start">
              <Text
                component="label"
                htmlFor={`hours-${day}`}
                w={84}
                pt={8}
                size="sm"
                style={{ flexShrink: 0 }}
              >
                {weekdayNames[day]}
              </Text>
              <TextInput
                id={`hours-${day}`}
                className="grow"
                value={value[day]}
                placeholder={day === 'mon' ? '7-12, 14-19' : 'closed'}
                error={shown}
                autoComplete="off"
                onChange={(event) => type(day, event.currentTarget.value)}
                onBlur={() => setLeft(new Set([...left, day]))}
              />
              <Text
                component="output"
                htmlFor={`hours-${day}`}
                w={104}
                pt={8}
                size="sm"
                className="quiet figures"
              >
                {problem ? '' : explain(value[day], formats)}
              </Text>
              <CopyMenu day={day} onCopy={(to) => copy(day, to)} />
            </Group>
          )
        })}
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" className="quiet">
            Write 7-12, 14-19. Leave a closed day empty. 20-2 closes at 2 the next day.
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ flexShrink: 0 }}
            disabled={value[first].trim() === '' || toSaturday.length === 0}
            onClick={() => copy(first, toSaturday)}
          >
            {copyWords(first, toSaturday)}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

/** `Copy Monday to Tue–Sat`. */
function copyWords(from: Weekday, to: readonly Weekday[]): string {
  const short = (day: Weekday) => weekdayNames[day].slice(0, 3)
  const [first, last] = [to[0] ?? 'sat', to.at(-1) ?? 'sat']
  return `Copy ${weekdayNames[from]} to ${short(first)}${first === last ? '' : `–${short(last)}`}`
}

const copies = [
  { words: 'To Monday–Friday', to: weekdays.slice(0, 5) },
  { words: 'To Monday–Saturday', to: weekdays.slice(0, 6) },
  { words: 'To every day', to: weekdays },
] as const

interface CopyMenuProps {
  readonly day: Weekday
  readonly onCopy: (to: readonly Weekday[]) => void
}

/** Copies a day's hours to others. */
function CopyMenu({ day, onCopy }: CopyMenuProps) {
  const rest = weekdays.slice(weekdays.indexOf(day) + 1)
  const [next] = rest
  return (
    <RowMenu
      target={
        <ActionIcon variant="default" size="lg" aria-label={`Copy the hours of ${weekdayNames[day]}`}>
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      }
    >
      {next && <Menu.Item onClick={() => onCopy([next])}>{`To ${weekdayNames[next]}`}</Menu.Item>}
      {rest.length > 1 && <Menu.Item onClick={() => onCopy(rest)}>To the rest of the week</Menu.Item>}
      {copies.map(({ words, to }) => (
        <Menu.Item key={words} onClick={() => onCopy(to)}>
          {words}
        </Menu.Item>
      ))}
    </RowMenu>
  )
}

function explain(text: string, formats: Formats): string {
  const blocks = parseBlocks(text)
  return blocks.ok ? explainBlocks(blocks.value, formats) : ''
}

import { Radio, Stack } from '@mantine/core'
import { fullDay } from '../../core/day-words.ts'
import { dateOrders, type DateOrder } from '../../core/promises/file-date.ts'
import type { DateQuestion } from '../../core/promises/promise-file.ts'
import { formatNumber } from '../ui/format.ts'

export type Orders = Readonly<Record<string, DateOrder>>

interface DateQuestionsProps {
  readonly questions: readonly DateQuestion[]
  readonly busy: boolean
  readonly onAnswer: (field: string, order: DateOrder) => void
}

/** Columns whose dates can be read in two ways: both are shown, and nothing is imported before one is chosen. */
export function DateQuestions({ questions, busy, onAnswer }: DateQuestionsProps) {
  return questions.map(({ field, column, line, text, readings, contradicts, proposed, answer }) => (
    <Radio.Group
      key={field}
      className="panel import-question"
      label={`What is ${text} in “${column}”, line ${formatNumber(line)}?`}
      description={
        contradicts
          ? 'Some dates of this column have the day first, others the month. Those that can be both are read as you say.'
          : 'Nothing in this file says whether the day or the month is first. It is read so in every line.'
      }
      value={answer}
      onChange={(value) => {
        const order = dateOrders.find((known) => known === value)
        if (order) onAnswer(field, order)
      }}
    >
      <Stack gap={6} mt={6}>
        {dateOrders
          .toSorted((a, b) => Number(b === proposed) - Number(a === proposed))
          .map((order) => (
            <Radio
              key={order}
              value={order}
              disabled={busy}
              label={
                <>
                  <strong className="figures">{fullDay(readings[order])}</strong>
                  {order === proposed && <span className="quiet"> · likelier here</span>}
                </>
              }
            />
          ))}
      </Stack>
    </Radio.Group>
  ))
}

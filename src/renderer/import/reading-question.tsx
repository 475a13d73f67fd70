import { Radio, Stack } from '@mantine/core'
import { useFormats } from '../ui/use-formats.ts'

interface ReadingQuestionProps<Reading extends string> {
  /** A cell that can be read in two ways, and where it stands. */
  readonly question: {
    readonly text: string
    readonly column: string
    readonly line: number
    readonly proposed: Reading
    readonly answer: Reading | null
  }
  readonly description: string
  readonly readings: readonly Reading[]
  readonly wordsOf: (reading: Reading) => string
  readonly busy: boolean
  readonly onAnswer: (reading: Reading) => void
}

/** Asks how a column is to be read: what its cell would be in each way, the likelier one first. */
export function ReadingQuestion<Reading extends string>(props: ReadingQuestionProps<Reading>) {
  const formats = useFormats()
  const { question, description, readings, wordsOf, busy, onAnswer } = props
  const { text, column, line, proposed, answer } = question
  return (
    <Radio.Group
      className="panel import-question"
      label={`What is ${text} in “${column}”, line ${formats.number(line)}?`}
      description={description}
      value={answer}
      onChange={(value) => {
        const reading = readings.find((known) => known === value)
        if (reading) onAnswer(reading)
      }}
    >
      <Stack gap={6} mt={6}>
        {readings
          .toSorted((a, b) => Number(b === proposed) - Number(a === proposed))
          .map((reading) => (
            <Radio
              key={reading}
              value={reading}
              disabled={busy}
              label={
                <>
                  <strong className="figures">{wordsOf(reading)}</strong>
                  {reading === proposed && <span className="quiet"> · likelier here</span>}
                </>
              }
            />
          ))}
      </Stack>
    </Radio.Group>
  )
}

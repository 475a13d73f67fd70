import { Radio, Stack } from '@mantine/core'
import { decimalMarks, type DecimalMark } from '../../core/numbers.ts'
import type { NumberQuestion } from '../../core/table/numbers.ts'
import { clearQuantity } from '../../core/stock/words.ts'
import { useMark } from '../stock/use-mark.ts'
import { formatMinor } from '../promises/price-words.ts'
import { formatNumber } from '../ui/format.ts'

export type Marks = Readonly<Record<string, DecimalMark>>

interface NumberQuestionsProps {
  readonly questions: readonly NumberQuestion[]
  readonly busy: boolean
  readonly onAnswer: (field: string, mark: DecimalMark) => void
}

/** Columns whose numbers can be read in two ways: both are shown, and nothing is imported before one is chosen. */
export function NumberQuestions({ questions, busy, onAnswer }: NumberQuestionsProps) {
  const own = useMark()
  return (
    <Stack gap="xs">
      {questions.map((question) => (
        <Radio.Group
          key={question.field}
          className="panel import-question"
          label={`What is ${question.text} in “${question.column}”, line ${formatNumber(question.line)}?`}
          description="Nothing in this column says whether the mark parts thousands or decimals. It is read so in every line."
          value={question.answer}
          onChange={(value) => {
            const mark = decimalMarks.find((known) => known === value)
            if (mark) onAnswer(question.field, mark)
          }}
        >
          <Stack gap={6} mt={6}>
            {ordered(question).map((mark) => (
              <Radio
                key={mark}
                value={mark}
                disabled={busy}
                label={
                  <>
                    <strong className="figures">{words(question, mark, own)}</strong>
                    {mark === question.proposed && <span className="quiet"> · likelier here</span>}
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
      ))}
    </Stack>
  )
}

/** The likelier one first. */
const ordered = ({ proposed }: NumberQuestion): readonly DecimalMark[] =>
  decimalMarks.toSorted((a, b) => Number(b === proposed) - Number(a === proposed))

const words = ({ field, readings }: NumberQuestion, mark: DecimalMark, own: DecimalMark): string =>
  field === 'price' ? formatMinor(readings[mark]) : clearQuantity(readings[mark], own)

import { Stack } from '@mantine/core'
import type { Formats } from '../../core/formats.ts'
import { decimalMarks, type DecimalMark } from '../../core/numbers.ts'
import type { NumberQuestion } from '../../core/import/readings.ts'
import { clearQuantity } from '../../core/stock/words.ts'
import { useMark } from '../ui/use-mark.ts'
import { ReadingQuestion } from './reading-question.tsx'
import { useFormats } from '../ui/use-formats.ts'

export type Marks = Readonly<Record<string, DecimalMark>>

interface NumberQuestionsProps {
  readonly questions: readonly NumberQuestion[]
  readonly busy: boolean
  readonly onAnswer: (field: string, mark: DecimalMark) => void
}

/** Columns whose numbers can be read in two ways: both are shown, and nothing is imported before one is chosen. */
export function NumberQuestions({ questions, busy, onAnswer }: NumberQuestionsProps) {
  const formats = useFormats()
  const own = useMark()
  return (
    <Stack gap="xs">
      {questions.map((question) => (
        <ReadingQuestion
          key={question.field}
          question={question}
          description="Nothing in this column says whether the mark parts thousands or decimals. It is read so in every line."
          readings={decimalMarks}
          wordsOf={(mark) => words(question, mark, own, formats)}
          busy={busy}
          onAnswer={(mark) => onAnswer(question.field, mark)}
        />
      ))}
    </Stack>
  )
}

const words = (
  { field, readings }: NumberQuestion,
  mark: DecimalMark,
  own: DecimalMark,
  formats: Formats,
): string => (field === 'price' ? formats.price(readings[mark]) : clearQuantity(readings[mark], own))

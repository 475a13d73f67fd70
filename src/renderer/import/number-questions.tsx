import { Stack } from '@mantine/core'
import { decimalMarks, type DecimalMark } from '../../core/numbers.ts'
import type { NumberQuestion } from '../../core/table/numbers.ts'
import { clearQuantity } from '../../core/stock/words.ts'
import { useMark } from '../stock/use-mark.ts'
import { formatMinor } from '../promises/price-words.ts'
import { ReadingQuestion } from './reading-question.tsx'

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
        <ReadingQuestion
          key={question.field}
          question={question}
          description="Nothing in this column says whether the mark parts thousands or decimals. It is read so in every line."
          readings={decimalMarks}
          wordsOf={(mark) => words(question, mark, own)}
          busy={busy}
          onAnswer={(mark) => onAnswer(question.field, mark)}
        />
      ))}
    </Stack>
  )
}

const words = ({ field, readings }: NumberQuestion, mark: DecimalMark, own: DecimalMark): string =>
  field === 'price' ? formatMinor(readings[mark]) : clearQuantity(readings[mark], own)

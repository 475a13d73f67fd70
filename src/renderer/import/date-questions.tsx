import { dateOrders, type DateOrder } from '../../core/import/dates.ts'
import type { DateQuestion } from '../../core/import/readings.ts'
import { ReadingQuestion } from './reading-question.tsx'
import { useFormats } from '../ui/use-formats.ts'

export type Orders = Readonly<Record<string, DateOrder>>

interface DateQuestionsProps {
  readonly questions: readonly DateQuestion[]
  readonly busy: boolean
  readonly onAnswer: (field: string, order: DateOrder) => void
}

/** Columns whose dates can be read in two ways: both are shown, and nothing is imported before one is chosen. */
export function DateQuestions({ questions, busy, onAnswer }: DateQuestionsProps) {
  const formats = useFormats()
  return questions.map((question) => (
    <ReadingQuestion
      key={question.field}
      question={question}
      description={
        question.contradicts
          ? 'Some dates of this column have the day first, others the month. Those that can be both are read as you say.'
          : 'Nothing in this file says whether the day or the month is first. It is read so in every line.'
      }
      readings={dateOrders}
      wordsOf={(order) => formats.fullDay(question.readings[order])}
      busy={busy}
      onAnswer={(order) => onAnswer(question.field, order)}
    />
  ))
}

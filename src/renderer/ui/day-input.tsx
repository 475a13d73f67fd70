import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { type Day, isDay } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import { slashOrder, type SlashOrder } from '../../core/slash-order.ts'
import type { Nearest } from '../../core/when-dates.ts'
import { parseDay } from '../../core/when.ts'
import { useShop } from './shop-context.ts'
import { useTypedMoment } from './typed-moment.ts'
import { useFormats } from './use-formats.ts'

interface DayInputProps extends Pick<
  TextInputProps,
  'label' | 'aria-label' | 'error' | 'autoFocus' | 'required' | 'ref' | 'w'
> {
  /** `YYYY-MM-DD`, '' for none, or what was typed and is no day. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** `back` where the day has been; where there is a day already, which one is meant is said by that. */
  readonly nearest?: Nearest
  /** What is said while nothing is written. */
  readonly empty?: string
}

/** A day in shorthand: "today", "fri", "17.12", "+3", "x" for none. What it means is said while it is typed. */
export function DayInput({ value, onChange, nearest = 'ahead', empty, ...field }: DayInputProps) {
  const formats = useFormats()
  const { country } = useShop()
  const { today } = useTypedMoment(undefined)
  const order = slashOrder(country)
  const [typed, setTyped] = useState({ text: written(value, formats, order), value })
  // Changed from elsewhere: an undo, a form begun anew.
  if (typed.value !== value) setTyped({ text: written(value, formats, order), value })
  const take = (text: string) => {
    const meant = dayIn(text, today, nearest, order)
    setTyped({ text, value: meant })
    onChange(meant)
  }
  return (
    <TextInput
      {...field}
      value={typed.text}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setTyped({ text: written(value, formats, order), value })}
      placeholder="today, fri, 17.12, +3"
      description={value === '' ? empty : isDay(value) ? formats.fullDay(value) : 'Not a day yet.'}
      descriptionProps={{ 'aria-live': 'polite', className: 'echo' }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autoComplete="off"
      data-autofocus={field.autoFocus || undefined}
    />
  )
}

/** What is typed as a day, '' for none, or as it is where it is no day. */
function dayIn(text: string, today: Day, nearest: Nearest, order: SlashOrder): string {
  if (/^\s*x?\s*$/i.test(text)) return ''
  return parseDay(text, today, nearest, order) ?? text
}

/** A day in figures as the country writes it, where that is read as the same day again. */
function written(value: string, formats: Formats, order: SlashOrder): string {
  if (!isDay(value)) return value
  const figures = formats.inFigures(value)
  return dayIn(figures, value, 'ahead', order) === value ? figures : value
}

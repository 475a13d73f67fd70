import type { DateOrder } from '../import/dates.ts'
import { isNoValue } from '../no-value.ts'
import { birthdayFrom, birthdayOf } from './birthday.ts'
import type { CustomerField } from './import-fields.ts'

/** Reads the birthday of a line, from one column or three; null where what stands there is none. */
export function birthdayReader(
  cell: (cells: readonly string[], field: CustomerField) => string,
  order: DateOrder,
  thisYear: number,
): (cells: readonly string[]) => string | null {
  return (cells) => {
    const text = cell(cells, 'birthday')
    if (text !== '' && !isNoValue(text)) return birthdayOf(text, order, thisYear)
    const [year, month, day] = (['birthYear', 'birthMonth', 'birthDay'] as const).map((field) =>
      cell(cells, field),
    )
    return birthdayFrom(year!, month!, day!, thisYear)
  }
}

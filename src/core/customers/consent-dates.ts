/** A time of day and a zone behind a day. */
const time = String.raw`(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`
const month = String.raw`(?:\p{L}{3,10}\.?)`
const dated = new RegExp(
  String.raw`^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{2,4}|\d{1,2}\.? ${month} \d{4}|${month} \d{1,2},? \d{4})${time}$`,
  'iu',
)
/** What programs write into a day that there is not: nothing but zeros, or the first day their calendar knows. */
const empty = new RegExp(
  String.raw`^(?:0{1,4}[-./]0{1,2}[-./]0{1,4}|0?001-01-01|01[./]01[./]0001|1970-01-01|1900-01-0[01]|1899-12-(?:30|31)|30\.12\.1899)${time}$`,
  'i',
)

/** Whether a cell is a day, with or without its time. */
export const isDate = (text: string): boolean => dated.test(text.trim()) && !isEmptyDate(text)

/** Whether it is a day that was never filled in: `0000-00-00 00:00:00`. */
export const isEmptyDate = (text: string): boolean => empty.test(text.trim())

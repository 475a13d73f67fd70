import { identity } from '../fold.ts'
import { inTitleAndName } from './names.ts'
import { areWhole, hasAllIn, hasIn, isFirm, mayBeWhole } from './whose-name.ts'

/** What the columns of a line say of a person's name; '' where they do not. */
export interface NameParts {
  readonly whole: string
  readonly first: string
  readonly middle: string
  /** "van der" of Jan van der Berg. */
  readonly prefix: string
  readonly last: string
}

/** The columns that the whole and the last name are read from; undefined where a file has none. */
export interface NameColumns {
  readonly whole: string | undefined
  readonly last: string | undefined
}

/**
 * The name of a person by a line's columns. What a column of names mostly has does not hold of every line: a name with the first name
 * in it is whole, a single word beside a first name is the last one. Titles stand before all.
 */
export function lineName(parts: NameParts, columns: NameColumns): string {
  const { whole, first, last } = parts
  if (whole !== '')
    return columns.last === undefined && isLastBeside(whole, first, columns.whole ?? '')
      ? joined(parts, whole)
      : whole
  if (first === '' || last === '' || columns.last === undefined || !mayBeWhole(columns.last))
    return joined(parts, last)
  const rest = withoutFirst(last, first)
  return rest === '' ? last : joined(parts, rest)
}

/**
 * The firm that stands where a name is read, beside the first name of whom to ask for; '' where a person's name stands there. It is
 * known by its form, or by the company of the line where whom to ask for is named in full.
 */
export function firmForName(
  { whole, first, last }: Pick<NameParts, 'whole' | 'first' | 'last'>,
  company: string,
  columns: NameColumns,
): string {
  const [called, column] = whole === '' ? [last, columns.last] : [whole, columns.whole]
  if (called === '' || first === '' || column === undefined || areWhole(column) || !mayBeWhole(column))
    return ''
  const isCompany = company !== '' && identity(called) === identity(company)
  if (company !== '' && !isCompany) return ''
  return isFirm(called) || (isCompany && /\S\s+\S/.test(first)) ? called : ''
}

/** Whether what stands in a column of whole names is the last name of whoever has this first name. */
export function isLastBeside(name: string, first: string, column: string): boolean {
  if (name === '' || first === '' || areWhole(column) || isFirm(name) || hasIn(name, first)) return false
  // "van der Berg" has one word but for those that names begin with.
  return (
    inTitleAndName(name)
      .own.split(' ')
      .filter((word) => !/^\p{Ll}/u.test(word)).length <= 1
  )
}

/** A last name without the first of the first names before it; '' where all of them are in it: it is whole. */
function withoutFirst(name: string, first: string): string {
  const { title, own } = inTitleAndName(name)
  const [words, firsts] = [identity(own).split(' '), identity(first).split(' ')]
  if (words.every((word) => firsts.includes(word))) return name
  if (hasAllIn(own, first)) return ''
  const [leading = '', ...more] = own.split(' ')
  const isFirst =
    identity(leading) === firsts[0] ||
    (/^\p{L}\.$/u.test(leading) && firsts[0]!.startsWith(identity(leading)))
  return isFirst && more.length > 0 ? [title, ...more].join(' ').trim() : name
}

function joined({ first, middle, prefix, last }: NameParts, name = last): string {
  const { title, own } = inTitleAndName(name)
  // Asked of every line: of nothing, nothing is worked out.
  const isThere = (word: string, text: string) =>
    word === '' || ` ${identity(text)} `.startsWith(` ${identity(word)} `)
  return [
    ...(first === '' || isThere(title, first) ? [] : [title]),
    first,
    middle,
    ...(isThere(prefix, own) ? [] : [prefix]),
    first === '' ? name : own,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

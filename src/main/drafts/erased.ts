import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { erasedName, type Erased, type SureWords } from '../../core/customers/erased-words.ts'
import { storedDraft } from '../../core/drafts/calls.ts'
import type { Context } from '../store/context.ts'
import { stored } from '../store/stored.ts'
import { formPlace, type FormPlace } from './form-place.ts'

/** Forms that are somebody's, by the word before their number. */
const forms = [
  'customer',
  'consent',
  'consents',
  'promise',
  'touch',
  'later',
  'pause',
  'touch-note',
  'letter',
  'sent-by',
  'action:customer',
]
/** Forms of a promise to them, by the same. */
const promiseForms = ['break', 'warn-promise', 'close', 'change-promise', 'action:promise']
/** Forms of what is to be done, by the same. */
const toDoForms = ['finish', 'move']

const draftIn = stored(storedDraft)

/** A form that stays, as it will read. */
interface Left {
  readonly id: number
  readonly form: string
  readonly value: string
  readonly without: z.infer<typeof storedDraft>
}

/**
 * What was typed about somebody and not saved goes: their own forms, those of promises to them and of what is to be done about them,
 * and what was begun anew and is about them. All other forms say it without them where they surely mean them.
 */
export async function dropDraftsOf(
  context: Pick<Context, 'db' | 'updateMany'>,
  erased: Erased,
  toDos: readonly number[],
): Promise<void> {
  const { gone, left } = await sorted(context, erased, toDos)
  if (gone.length > 0) await context.db.deleteFrom('drafts').where('id', 'in', gone).execute()
  await context.updateMany(
    'drafts',
    left
      .map(({ id, value, without }) => ({ id, before: value, value: JSON.stringify(without) }))
      .filter(({ before, value }) => value !== before)
      .map(({ id, value }) => ({ id, value })),
  )
}

/** What is half typed and stays when somebody is erased: where it is seen, and its words as they will be. */
export async function draftsBeside(
  context: Pick<Context, 'db'>,
  erased: Erased,
  toDos: readonly number[],
): Promise<readonly (FormPlace & { readonly texts: readonly string[] })[]> {
  const { left } = await sorted(context, erased, toDos)
  return left.map(({ form, without: { base, typed } }) => {
    const place = formPlace(form)
    // What is as the record has it is seen there.
    const changed = Object.entries(typed).filter(
      ([field, value]) => !place.names.includes(field) && !isDeepStrictEqual(value, base[field]),
    )
    return { ...place, texts: changed.flatMap(([, value]) => textsIn(value)) }
  })
}

/** The forms that go, and those that stay. */
async function sorted(
  { db }: Pick<Context, 'db'>,
  { ids, promiseIds, words: { sure } }: Erased,
  toDos: readonly number[],
): Promise<{ readonly gone: readonly number[]; readonly left: readonly Left[] }> {
  const rows = await db.selectFrom('drafts').select(['id', 'form', 'value']).orderBy('id').execute()
  const ofEach = (words: readonly string[], numbers: readonly number[]) =>
    numbers.flatMap((id) => words.map((word) => `${word}:${id}`))
  const own = [...ofEach(forms, ids), ...ofEach(promiseForms, promiseIds), ...ofEach(toDoForms, toDos)]
  const isAbout = aboutOne(ids)
  const isTold = told(sure)
  const isTheirs = (form: string, value: string): boolean => {
    // Who was looked for and not found is in the name of the form itself.
    if (sure.names(form) || own.some((one) => form === one || form.startsWith(`${one}:`))) return true
    const draft = draftIn(value)
    return isAbout(draft) || (isAnew(form) && isTold(draft))
  }
  const theirs = new Set(rows.filter(({ form, value }) => isTheirs(form, value)).map(({ id }) => id))
  return {
    gone: [...theirs],
    left: rows
      .filter(({ id }) => !theirs.has(id))
      .map((row) => ({ ...row, without: texts(draftIn(row.value), sure.without) })),
  }
}

/** Whether a form is of something that is not there yet, and so is no number. */
const isAnew = (form: string): boolean => !/:\d/.test(form)

/** Whether a field is somebody's name, address or phone and nothing else: what is typed beside it is about them. */
function told({ without }: SureWords): (value: unknown) => boolean {
  const isTold = (value: unknown): boolean =>
    typeof value === 'string'
      ? without(value.trim()) === erasedName
      : typeof value === 'object' && value !== null && Object.values(value).some(isTold)
  return isTold
}

/** Whether anything typed points at somebody. */
function aboutOne(ids: readonly number[]): (value: unknown) => boolean {
  const isOne = (id: unknown) => ids.some((one) => one === id)
  const isAbout = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false
    const fields: Readonly<Record<string, unknown>> = { ...value }
    return (
      isOne(fields['customerId']) ||
      (fields['kind'] === 'customer' && isOne(fields['id'])) ||
      Object.values(fields).some(isAbout)
    )
  }
  return isAbout
}

/** A value with every text in it changed. */
function texts<T>(value: T, change: (text: string) => string): T
function texts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one: unknown) => texts(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, texts<unknown>(one, change)]))
}

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

import { erasedName, type Erased, type SureWords } from '../../core/customers/erased-words.ts'
import { storedDraft } from '../../core/drafts/calls.ts'
import type { Context } from '../store/context.ts'
import { stored } from '../store/stored.ts'

/** Forms that are somebody's, by the word before their number. */
const forms = [
  'customer',
  'consent',
  'consents',
  'promise',
  'later',
  'touch-note',
  'letter',
  'sent-by',
  'action:customer',
]
/** Forms of what is to be done, by the same. */
const toDoForms = ['finish', 'move']

const draftIn = stored(storedDraft)

/**
 * What was typed about somebody and not saved goes. What was begun anew and is about nobody yet, says it without them where it surely
 * means them; what was typed about others stays as it is.
 */
export async function dropDraftsOf(
  context: Pick<Context, 'db' | 'updateMany'>,
  { ids, words: { sure } }: Erased,
  toDos: readonly number[],
): Promise<void> {
  const { db } = context
  const rows = await db.selectFrom('drafts').select(['id', 'form', 'value']).orderBy('id').execute()
  const own = [
    ...ids.flatMap((id) => forms.map((form) => `${form}:${id}`)),
    ...toDos.flatMap((id) => toDoForms.map((form) => `${form}:${id}`)),
  ]
  const isAbout = aboutOne(ids)
  const isTold = told(sure)
  const isTheirs = (form: string, value: string): boolean => {
    if (own.some((one) => form === one || form.startsWith(`${one}:`))) return true
    const draft = draftIn(value)
    return isAbout(draft) || (isAnew(form) && isTold(draft))
  }
  const gone = rows.filter(({ form, value }) => isTheirs(form, value)).map(({ id }) => id)
  const left = rows.filter(({ id, form }) => !gone.includes(id) && isAnew(form))
  const telling = left.map(({ id, value }) => ({
    id,
    value,
    without: JSON.stringify(texts(draftIn(value), sure.without)),
  }))
  if (gone.length > 0) await db.deleteFrom('drafts').where('id', 'in', gone).execute()
  await context.updateMany(
    'drafts',
    telling
      .filter(({ value, without }) => value !== without)
      .map(({ id, without: value }) => ({ id, value })),
  )
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
function texts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => texts(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, texts(one, change)]))
}

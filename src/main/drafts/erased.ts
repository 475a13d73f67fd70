import type { Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

/** Forms that are somebody's, by the word before their number. */
const forms = [
  'customer',
  'consent',
  'consents',
  'promise',
  'later',
  'touch-note',
  'sent-by',
  'action:customer',
]

/** What was typed about somebody and not saved goes. */
export async function dropDraftsOf({ db }: Pick<Context, 'db'>, { ids, words }: Erased): Promise<void> {
  const rows = await db.selectFrom('drafts').select(['id', 'form', 'value']).orderBy('id').execute()
  const own = ids.flatMap((id) => forms.map((form) => `${form}:${id}`))
  const isTheirs = (form: string) => own.some((one) => form === one || form.startsWith(`${one}:`))
  const gone = rows.filter(
    ({ form, value }) =>
      isTheirs(form) ||
      ids.some((id) => new RegExp(`"customerId":${id}[,}]`).test(value)) ||
      words.whole.some((text) => value.includes(JSON.stringify(text).slice(1, -1))),
  )
  if (gone.length === 0) return
  await db
    .deleteFrom('drafts')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
}

import { streetLine } from '../../core/customers/address.ts'
import { birthdayOf } from '../../core/customers/birthday.ts'
import { languageOf } from '../../core/customers/language.ts'
import type { CustomerDetails } from '../../core/customers/person.ts'
import { keptForm } from '../../core/greeting/form-of-address.ts'
import { waysTogether } from '../../core/customers/ways.ts'
import { dayAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { slashOrder } from '../../core/slash-order.ts'
import type { Context } from '../store/context.ts'

type Typed = { readonly [Name in keyof CustomerDetails]?: string | undefined }

/** What was typed of a customer as it is kept. Problems: no-birthday, no-language, no-form. */
export function typedDetails(given: Typed, { shop, now, zone }: Context): Result<Typed> {
  const { birthday, language, street, otherMails, otherAddresses, formOfAddress } = given
  const read: { -readonly [Name in keyof Typed]: Typed[Name] } = { ...given }
  if (street !== undefined) read.street = streetLine(street)
  if (otherMails !== undefined) read.otherMails = waysTogether('otherMails', otherMails)
  if (otherAddresses !== undefined) read.otherAddresses = waysTogether('otherAddresses', otherAddresses)
  if (birthday !== undefined) {
    const day = birthdayOf(birthday, slashOrder(shop?.country ?? ''), Number(dayAt(now, zone).slice(0, 4)))
    if (day === null)
      return fail(
        'no-birthday',
        `“${birthday}” is no birthday. Nothing was changed. Write it with or without the year, such as 14 March 1980.`,
        'birthday',
      )
    read.birthday = day
  }
  if (formOfAddress !== undefined) {
    const form = keptForm(formOfAddress)
    if (form === null)
      return fail(
        'no-form',
        `“${formOfAddress}” was not understood as a form of address. Nothing was changed. Write Ms, Mr, Mx, Family, Couple or Company, or a title such as Dr.`,
        'formOfAddress',
      )
    read.formOfAddress = form
  }
  if (language !== undefined) {
    read.language = languageOf(language)
    if (read.language === '' && language.trim() !== '')
      return fail(
        'no-language',
        `“${language}” was not understood as a language. Nothing was changed. Write its name or its code, such as German or de.`,
        'language',
      )
  }
  return ok(read)
}

import type { About } from '../../core/about/about.ts'
import { dayAt } from '../../core/day.ts'
import type { Occasion } from '../../core/letters/occasions.ts'
import type { lettersCalls } from '../../core/letters/calls.ts'
import { languageFor, proposed } from '../../core/letters/compose.ts'
import { addressLines } from '../../core/letters/address.ts'
import { personalMail } from '../../core/letters/mail.ts'
import type { MergeValues } from '../../core/letters/templates.ts'
import { letterHtml } from '../../core/letters/to-html.ts'
import { asciiAddress, isMailAddress } from '../../core/mail-address.ts'
import { voiceOf } from '../../core/out/voice.ts'
import { fail, ok } from '../../core/result.ts'
import { thingNamed } from '../about/edge.ts'
import { noCustomer, writtenTo } from '../customers/edge.ts'
import { openPromisesOf, promiseToTell } from '../promises/edge.ts'
import { onlySentBy } from '../referrals/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { closedWays } from './reach.ts'
import { phrasesOf, spokenTo, voiceRow } from './voice.ts'

type Proposing = 'letters.propose' | 'letters.sheet' | 'letters.mail'

/** What a letter is about, for its fields. */
async function valuesOf(
  context: Context,
  customerId: number,
  about: About | undefined,
  spokenDay: (ms: number) => string,
): Promise<MergeValues> {
  const shop = context.shop?.name ?? ''
  if (!about) return { shop }
  if (about.kind === 'promise') {
    const promise = await promiseToTell(context, about.id)
    // What was promised to somebody else is not told to this one.
    return promise && promise.customerId === customerId
      ? { shop, what: promise.what, day: spokenDay(promise.toldAtMs) }
      : { shop }
  }
  const name = (await thingNamed(context, about))?.name
  if (name === undefined || about.kind === 'issue') return { shop }
  return about.kind === 'customer' ? { shop, friend: name } : { shop, what: name }
}

/** What a letter on an occasion is about where there is but one thing: the open promise, or whom they sent. */
async function onlyAbout(
  context: Context,
  customerId: number,
  occasion: Occasion,
): Promise<About | undefined> {
  if (occasion === 'referral') {
    const id = await onlySentBy(context.db, customerId)
    return id === undefined ? undefined : { kind: 'customer', id }
  }
  if (occasion !== 'ready' && occasion !== 'late') return undefined
  const { rows, total } = await openPromisesOf(context, customerId, 1)
  return total === 1 ? { kind: 'promise', id: rows[0]!.id } : undefined
}

/** Words to one customer, on the screen, on paper and as a draft of a mail. */
export const proposing: HandlersOf<Pick<typeof lettersCalls, Proposing>> = {
  'letters.propose': async (context, { customerId, occasion, about }) => {
    const customer = await writtenTo(context.db, customerId)
    if (!customer) return noCustomer
    const { country = '', language: chosen = '' } = context.shop ?? {}
    const language = languageFor(customer.language, { country, language: chosen })
    const { formats } = voiceOf({ country, language })
    const today = dayAt(context.now, context.zone)
    const link = about ?? (await onlyAbout(context, customerId, occasion))
    const values = await valuesOf(context, customerId, link, (ms) =>
      formats.spoken(dayAt(ms, context.zone), today),
    )
    const chosenVoice = await voiceRow(context)
    const words = proposed(occasion, customer, values, await spokenTo(context, language, chosenVoice))
    return ok({
      ...words,
      name: customer.name,
      language,
      about: link ?? null,
      ...(await closedWays(context, customer, occasion)),
      number: customer.phone,
      phrases: phrasesOf(chosenVoice),
    })
  },

  'letters.sheet': async (context, { customerId, subject, words, language, occasion, paper }) => {
    const customer = await writtenTo(context.db, customerId)
    if (!customer) return noCustomer
    if (occasion) {
      const { closed, shut } = await closedWays(context, customer, occasion)
      if (shut.letter) return fail('no-way', `${closed.letter} Nothing was printed.`)
    }
    const { shop, now, zone } = context
    const country = shop?.country ?? ''
    const { formats } = voiceOf({ country, language })
    const { name = '', address = '', phone = '', email = '' } = shop ?? {}
    const html = letterHtml({
      paper,
      language,
      shop: { name, address, phone, email },
      to: addressLines(customer, country),
      date: formats.longDate(dayAt(now, zone)),
      subject,
      words,
    })
    return ok({ html })
  },

  'letters.mail': async (context, { customerId, subject, words, occasion }) => {
    const customer = await writtenTo(context.db, customerId)
    if (!customer) return noCustomer
    const { closed, shut } = await closedWays(context, customer, occasion)
    if (shut.mail) return fail('no-mail', `${closed.mail} No draft was written.`)
    const { shop, now, zone } = context
    const shopAddress = asciiAddress(shop?.email ?? '')
    if (!isMailAddress(shopAddress))
      return fail(
        'bad-shop-mail',
        'The shop has no mail address that works. No draft was written. Give one under Settings.',
      )
    const { name } = customer
    const mail = { shopName: shop?.name ?? '', shopAddress, name, address: asciiAddress(customer.email) }
    const unique = `${now.toString(36)}.letter.${customerId}`
    return ok({
      fileName: `${name} ${dayAt(now, zone)}`,
      eml: personalMail({ ...mail, subject, words, now, zone, unique }),
    })
  },
}

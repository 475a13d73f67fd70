import type { InputOf } from '../../core/call.ts'
import { dayAt, isoWeek, mondayOfWeek } from '../../core/day.ts'
import { languagesOf, plainLanguage, type Language } from '../../core/out/languages.ts'
import type { ShopDetails, shopCalls } from '../../core/shop/calls.ts'
import type { wordsCalls } from '../../core/shop/words-calls.ts'
import type { historyCalls } from '../../core/shop/history-calls.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { hashesOnce, noNoParted, noYesBesideNoes } from '../customers/edge.ts'
import { actChanges, listActs, listHistory } from '../history/edge.ts'
import { keepWeek, type Place, regionsOf } from '../hours/edge.ts'
import { keepDaysIn } from '../promises/edge.ts'
import { currencyAfter } from './currency.ts'
import { addShop, shopDetails } from './row.ts'
import { words } from './words.ts'
import { fillSample } from '../sample/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { redo, undo, type Guard } from '../store/undo.ts'
import { pricesInTheirCurrency } from './turned-currency.ts'
import { nothingPointsAtNobody } from '../store/turned-links.ts'
import { daysInTheirZone } from './turned-zone.ts'

/** The problem of a region that its country has not; null where it has, or where none is given. */
async function wrongRegion({ country, region }: Place): Promise<Result<never> | null> {
  if (region === '' || (await regionsOf(country)).some((one) => one.region === region)) return null
  return fail(
    'no-region',
    `There is no region ${region} in ${country} with public holidays of its own. Nothing was changed. Choose one of the list, or none.`,
    'region',
  )
}

/** A shop that moves speaks as its new country does, unless its language is spoken there too or was a choice. */
const languageAfter = (before: Pick<ShopDetails, 'country' | 'language'>, country: string): Language | '' =>
  before.language !== plainLanguage(before.country) ||
  languagesOf(country).some((one) => one === before.language)
    ? before.language
    : plainLanguage(country)

async function setUp(
  context: Context,
  input: InputOf<(typeof shopCalls)['shop.setUp']>,
): Promise<Result<ShopDetails>> {
  const { shop: before, say } = context
  if (before)
    return fail(
      'set-up-already',
      `This file holds a shop already: ${before.name}. Nothing was changed. Its details are changed in Settings; for another shop begin a new file.`,
    )
  const wrong = await wrongRegion(input)
  if (wrong) return wrong
  const row = await addShop(context, input)
  say(`${row.name} set up`)
  return ok(shopDetails(row))
}

const bit = (is: boolean): 0 | 1 => (is ? 1 : 0)

const guards: Guard = async (...turn) => {
  const noes = await noYesBesideNoes(...turn)
  const prices = await pricesInTheirCurrency(...turn)
  const days = await daysInTheirZone(...turn)
  const links = await nothingPointsAtNobody(...turn)
  const hashes = await hashesOnce(...turn)
  const parted = await noNoParted(...turn)
  return async () =>
    (await noes()) ??
    (await prices()) ??
    (await days()) ??
    (await links()) ??
    (await hashes()) ??
    (await parted())
}

export const shop: HandlersOf<typeof shopCalls & typeof historyCalls & typeof wordsCalls, 'shop.fillSample'> =
  {
    'shop.details': async (context) => ok(context.shop && shopDetails(context.shop)),

    'shop.setUp': setUp,

    'shop.begin': async (context, { week, ...input }) => {
      const made = await setUp(context, input)
      if (!made.ok) return made
      const isOpenAtAll = Object.values(week).some((blocks) => (blocks?.length ?? 0) > 0)
      if (!isOpenAtAll) return made
      // The context's zone is still that of the machine: the shop had none.
      const today = dayAt(context.now, input.zone)
      const kept = await keepWeek(context, { validFrom: mondayOfWeek(isoWeek(today))!, week })
      return kept.ok ? made : kept
    },

    'shop.change': async (context, input) => {
      const { db, say } = context
      if (Object.values(input).every((value) => value === undefined))
        return fail('nothing-to-change', 'Nothing was given to change.')
      const before = context.shop
      if (!before)
        return fail('no-shop', 'This file holds no shop yet. Nothing was changed. Set the shop up first.')
      const country = input.country ?? before.country
      const region = input.region ?? (country === before.country ? before.region : '')
      const isSame = country === before.country && region === before.region
      const wrong = isSame ? null : await wrongRegion({ country, region })
      if (wrong) return wrong
      const currency = await currencyAfter(context, before, { country, currency: input.currency })
      if (!currency.ok) return currency
      const { newsletterResets, billResets, ...details } = input
      const weakOnes = {
        ...(newsletterResets !== undefined && { newsletterResets: bit(newsletterResets) }),
        ...(billResets !== undefined && { billResets: bit(billResets) }),
      }
      const language = input.language ?? languageAfter(before, country)
      const row = await db
        .updateTable('shop')
        .set({ ...details, ...weakOnes, region, currency: currency.value, language })
        .where('id', '=', 1)
        .returningAll()
        .executeTakeFirstOrThrow()
      await keepDaysIn(context, before.zone, row.zone)
      say('Shop details changed')
      return ok(shopDetails(row))
    },

    ...words,

    'shop.fillSample': fillSample,

    'shop.acts': listActs,

    'shop.history': listHistory,

    'shop.actChanges': actChanges,

    'shop.undo': (context, { actId }) => undo(context, actId, guards),

    'shop.redo': (context, { actId }) => redo(context, actId, guards),
  }

import type { Generated } from 'kysely'
import { languageNames, type Language } from '../../core/out/languages.ts'
import { isMessageName, messages } from '../../core/out/messages.ts'
import { coded, number, text, yesNo, type Things } from '../store/thing.ts'

interface ShopTable {
  id: Generated<number>
  name: string
  country: string
  zone: string
  address: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  cadenceDays: Generated<number>
  toleranceMinutes: Generated<number>
  /** The part of the country whose public holidays hold, as date-holidays names it: 'BY', 'CA', 'BY.A'; '' for the whole. */
  region: Generated<string>
  /** ISO 4217; '' where prices on file have decimals that the country's currency has not, until the owner chooses. */
  currency: Generated<string>
  /** Whether a newsletter, or a bill, starts the days anew as a strong contact does. */
  newsletterResets: Generated<0 | 1>
  billResets: Generated<0 | 1>
  /** So many contacts with one person in 30 days are enough. */
  mostContacts: Generated<number>
  /** In which the shop speaks to its customers; '' where its country has several and none was chosen. */
  language: Generated<Language | ''>
}

/** The owner's own wording of a sentence that goes out to customers (core/out/messages.ts), in one language. */
interface OwnWordsTable {
  id: Generated<number>
  message: string
  language: string
  words: string
}

export interface ShopTables {
  shop: ShopTable
  ownWords: OwnWordsTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const shopLogged = {
  shop: {
    thing: 'Shop',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      country: text('Country'),
      zone: text('Time zone'),
      address: text('Postal address'),
      email: text('E-mail'),
      phone: text('Phone'),
      cadenceDays: number('Customers hear from us every … days'),
      newsletterResets: yesNo('A newsletter counts as a contact'),
      billResets: yesNo('A bill counts as a contact'),
      mostContacts: number('Contacts with one person in 30 days at most'),
      toleranceMinutes: number('Opening counts as on time within … minutes'),
      region: text('Region'),
      currency: text('Currency'),
      language: coded('Language to customers', { '': 'none chosen', ...languageNames }),
    },
  },
  ownWords: {
    thing: 'Words to customers',
    named: ({ message }) => (isMessageName(message) ? messages[message].called : message),
    fields: {
      message: null,
      language: coded('Language', languageNames),
      words: text('Words'),
    },
  },
} satisfies Things<ShopTables>

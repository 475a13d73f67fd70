import type { Generated } from 'kysely'
import type { AboutKind } from '../../core/about/about.ts'
import type { Manner } from '../../core/greeting/opening.ts'
import { occasionWords, wayWords, type Occasion, type Way } from '../../core/letters/occasions.ts'
import { languageNames, type Language } from '../../core/out/languages.ts'
import { coded, instant, pointsAt, text, type Things } from '../store/thing.ts'

/** How the shop speaks to one person: one row, or none where nothing was chosen. */
interface ShopVoiceTable {
  id: Generated<number>
  /** '' for what is usual in a language. */
  manner: Manner | ''
  signName: string
  signRole: string
  /** One a line. */
  phrases: string
}

/** A letter, a mail or a call that the owner said is done, in its words. */
interface LettersTable {
  id: Generated<number>
  customerId: number
  occasion: Occasion
  way: Way
  language: Language
  subject: string
  words: string
  /** The thing it is about, and what that was called; null and '' where it is about none. */
  aboutKind: Generated<AboutKind | null>
  aboutId: Generated<number | null>
  aboutName: Generated<string>
  doneAtMs: number
}

export interface LettersTables {
  shopVoice: ShopVoiceTable
  letters: LettersTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const lettersLogged = {
  shopVoice: {
    thing: 'How the shop speaks',
    named: () => '',
    fields: {
      manner: coded('Manner', { '': 'as usual', formal: 'formal', informal: 'informal' }),
      signName: text('Signed by'),
      signRole: text('Role'),
      phrases: text('Saved phrases'),
    },
  },
  letters: {
    thing: 'Letter',
    named: ({ subject, occasion }) => subject || (occasionWords[occasion] ?? occasion),
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      occasion: coded('About', occasionWords),
      way: coded('As', wayWords),
      language: coded('Language', languageNames),
      subject: text('Subject'),
      words: text('Words'),
      aboutKind: null,
      aboutId: null,
      aboutName: text('About what'),
      doneAtMs: instant('Done'),
    },
  },
} satisfies Things<LettersTables>

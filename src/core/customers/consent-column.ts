import { fold } from '../fold.ts'
import { consentOf, isNoRefusal, unwanted, type Consent } from './consent.ts'

/** What a cell about mail says, and how it was understood. */
export interface ColumnAnswer {
  readonly consent: Consent
  /** Why, for the preview. */
  readonly why: string
  /** What was odd, for the report. */
  readonly message?: string
}

/** Columns whose "no" only says that nobody subscribed: the program does not tell a refusal from never asked. */
const noIsUnasked = new Set(['accepts email marketing', 'accepts marketing', 'subscribed to emails'])

/** Lists of those who must not be mailed. */
const listed = String.raw`blacklist\w*|suppress\w*|bounced|clean time|\w*sperre|robinson\w*|dnc`

/** Columns that stand for "must not be mailed": a yes in them is a no. */
const refusing = new RegExp(
  String.raw`\b(${unwanted}|${listed}|not|never|exclude[sd]?|block(ed)?|refus\w*|declin\w*|kein\w*|nicht|widerruf\w*|geen|niet|baja|cancelado|disiscritt\w*)\b|^no `,
)
/** Refusals by another channel say nothing about mail. */
const otherChannel = /\b(phone|call|telefon\w*|anruf\w*|tel|sms|text|whatsapp|fax|post|postal|brief)\b/
const agreeing = /\b(opt(ed)? ?in|yes|ja|si|oui)\b/

/** The header's words, also those written together: `doNotEmail`, `EMAIL_BLACKLISTED`. */
const wordsOf = (header: string): string => fold(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))

/** Whether a column says who must *not* be mailed: `do_not_email`, `Email Opt Out`, `Unsubscribed`. */
export function refuses(header: string): boolean {
  const words = wordsOf(header)
  return refusing.test(words) && !agreeing.test(words) && !otherChannel.test(words)
}

const plainly = new RegExp(String.raw`\b(${unwanted}|${listed}|disiscri\w*)\b`)
const aboutMail = /mail|newsletter|werbung|marketing|kontakt|nieuwsbrief/

/** As {@link refuses}, of a column nobody named: "No client" and "Exclude VAT" are about something else. */
export function surelyRefuses(header: string): boolean {
  const words = wordsOf(header)
  return refuses(header) && (plainly.test(words) || aboutMail.test(words))
}

/** Whether the cells of a column named "Status" or the like tell who unsubscribed: each is an answer, and one is a no. */
export function tellsRefusals(header: string, cells: () => readonly string[]): boolean {
  if (!/\bstatus\b/.test(wordsOf(header))) return false
  const answers = cells()
    .filter((cell) => cell.trim() !== '')
    .map(consentOf)
  return answers.includes('no') && !answers.includes(null)
}

/**
 * Reads a cell by what its column stands for. In a column of refusals everything but "no" is a refusal, dates and reasons too,
 * and "no" is not a yes: nobody was asked. `isRefusing` where the owner or the cells say so and the header does not.
 */
export function columnAnswer(header: string, text: string, isRefusing = refuses(header)): ColumnAnswer {
  const cell = text.trim()
  const says = `“${header}” says “${cell}”`
  if (cell === '') return { consent: 'unasked', why: `“${header}” says nothing` }
  if (isRefusing)
    return isNoRefusal(cell)
      ? { consent: 'unasked', why: `${says}: not refused, but not asked either` }
      : { consent: 'no', why: `${says}: must not be mailed` }
  const plain = consentOf(cell)
  if (plain === 'no' && noIsUnasked.has(wordsOf(header)))
    return { consent: 'unasked', why: `${says}: this program does not tell a refusal from never asked` }
  if (plain !== null) return { consent: plain, why: says }
  return {
    consent: 'unasked',
    why: `${says}, which was not understood`,
    message: `“${cell}” was not understood as an answer about mail. It counts as not asked.`,
  }
}

import { fold } from '../fold.ts'
import type { MailAnswer } from './consent-column.ts'

/** What a list says about mail as a whole: nothing, or that everybody in it said yes, or no. */
export const wholeLists = ['nothing', 'yes', 'no'] as const
export type WholeList = (typeof wholeLists)[number]

/** Each as the owner chooses it. */
export const wholeListWords: Readonly<Record<WholeList, string>> = {
  nothing: 'says nothing about mail',
  yes: 'everybody in it said yes to mail',
  no: 'nobody in it may be sent mail',
}

/** How mail tools name the lists of who must not be written to, each for itself: Mailchimp's four files, MailerLite's and Klaviyo's. */
const refused =
  /\b(?:unsubscribed|unsubscribes|unsubscribers|bounced|suppressed|suppressions?|blacklist|blacklisted|opted out|abgemeldete?|desabonnes|desinscrits|disiscritti|afgemeld)\b|^cleaned (?:members|segment|email|audience|subscribers|contacts)\b/
/** "Customers without unsubscribed" is the opposite; a list that somebody cleaned up is any list. */
const turned =
  /\b(?:non|not|no|without|ohne|sans|senza|sin|zonder|minus|except|excluding|excl|removed|less|ex)\b/

/** What the name of a file says of everybody in it: only a no is sure, for whoever is on such a list said one somewhere. */
export const wholeListByName = (fileName: string): WholeList =>
  isOfRefused(fold(fileName.replace(/\.\w+$/, ''))) ? 'no' : 'nothing'

const isOfRefused = (name: string): boolean => refused.test(name) && !turned.test(name)

/**
 * What a line says once the list as a whole is known: a no of the list beats all, a yes of it only fills where nothing is said. `isOwners`
 * where the owner chose it, and the file's name does not say it.
 */
export function withWholeList(answer: MailAnswer, whole: WholeList, isOwners = false): MailAnswer {
  if (whole === 'nothing' || answer.consent === 'no') return answer
  if (whole === 'no')
    return {
      ...answer,
      consent: 'no',
      why: 'Nobody in this list may be sent mail',
      contradiction: '',
      unclear: [],
      ...(isOwners && { isOwners }),
    }
  if (answer.consent === 'yes' || answer.against !== '' || answer.unclear.length > 0) return answer
  return { ...answer, consent: 'yes', why: 'Everybody in this list said yes', column: 'the whole list' }
}

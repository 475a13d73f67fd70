import { headerKey, headerWords } from '../table/mapping.ts'
import { takenBack, unwanted } from './consent-words.ts'
import { anyOf } from './folded-words.ts'

/**
 * How a column about mail is read: its answers as they stand; a yes in it is a refusal; its "no" only says that nobody subscribed;
 * the standing of an address, where "active" is no yes; or for its noes alone.
 */
export type MailKind = 'answer' | 'refusal' | 'subscription' | 'standing' | 'noes'

/** Columns of common programs and languages that stand for an answer, the most telling first. */
export const answerHeaders =
  'Newsletter, Mail consent, Email Marketing Consent, Accepts Email Marketing, Accepts Marketing, Email Subscription Status, Email subscriber status, Marketing Allowed, Subscribed to emails, Email permission status, Email status, Subscription status, Newsletter status, Marketing status, Consent, Newsletter consent, Opt-in, Email opt-in, Subscribed, Einwilligung, Zustimmung, Newsletter ja/nein, Werbeeinwilligung, Consentement, Abonné, Consentimiento, Suscrito, Consenso, Nieuwsbrief, Nyhetsbrev, Nyhedsbrev, Infolettre, Boletín, Uutiskirje'

/** Columns that stand for "must not be mailed". */
export const refusalHeaders =
  'Do not email, Do not mail, Email Opt Out, Email Unsubscribed, Email blacklisted, Unsubscribed from all email, Email Suppressions, Has opted out of email, Opt out, Opted out, Unsubscribed, Unsub time, No newsletter, No mail, Kein Newsletter, Keine Werbung, Werbesperre, Abgemeldet, Désinscrit, Désabonné, Baja, Afgemeld'

const keysOf = (headers: string): ReadonlySet<string> => new Set(headers.split(',').map(headerKey))
const answers = keysOf(answerHeaders)

/** The header's words, also those written together, without the number of a second one of its name. */
const wordsOf = (header: string): string =>
  headerWords(header.replace(/ \(\d+\)$/, ''))
    .replace(/\be (mails?|post)\b/g, 'email')
    .replace(/\bnews letter/g, 'newsletter')

/** Both answers in a name say nothing about which is meant: "Opt-in/Opt-out", "Newsletter ja/nein". */
const bothAnswers =
  /\b(opt(ed)? ?in (or )?(opt(ed)? ?)?out|subscribed (or )?unsubscribed|yes (or )?no|y n|ja (oder )?nein|j n|oui (ou )?non|si (o )?no)\b/g

/** Lists of those who must not be mailed. */
const listed =
  'blacklist*, suppress*, bounced, clean time, cleaned at, *sperre, robinson*, dnc, dne, dnm, spam complaint*'
const refusing = anyOf(
  `${unwanted}, ${listed}, ${takenBack}, not, never, exclude, excludes, excluded, block, blocked, stop, kein*, nicht, geen, niet, baja, cancelado`,
)
const plainly = anyOf(`${unwanted}, ${listed}`)
const beginsWithNo = /^(?:no|nessuna?|sans|pas de|sin) /

/** What the shop sends. */
const letter =
  'newsletter*, nieuwsbrief*, nyhetsbrev*, nyhedsbrev*, infolettre*, boletin*, uutiskirje*, rundbrief*, rundmail*, mailinglist*, biuletyn*, hirlevel*, zpravodaj*'
const mailed = anyOf(
  `${letter}, *mail, *mails, emailing*, mailings, marketing*, *werbung, *werbe*, kontakt*, contact*, contatt*, publicite*, publicidad*, pubblicita*, reclame*, reklam*, promo*, correo, courriel*, correos, promociones`,
)
const letterAlone = anyOf(letter)
const agreeing = anyOf(
  `consent*, consens*, *einwilligung, *zustimmung, einverstanden*, opt in, optin, opted in, permission*, permiso*, permesso*, permis, allow*, allowed, accept*, acept*, accett*,
  agree, agreed, agrees, agreement, *erlaubt, *erlaubnis, genehmig*, gestattet, erwunscht, akzeptiert, subscri*, abonn*, angemeldet, anmeldung, autoris*, autoriz*,
  accord, souhait*, suscri*, inscri*, iscri*, toestemming*, akkoord*, ingeschreven, samtyck*, samtykk*, zgoda, zgody, souhlas*, suhlas*, hozzajarul*, wants, wanted, wish*, receive*,
  recibir, recevoir, ricevere, opt status`,
)
const agreed =
  'consents?|consented|consentement|consentimiento|consenso|opt ?in|opted in|einwilligung|zustimmung|einverstandnis|toestemming|samtycke|samtykke|zgoda|souhlas|subscribed|abonniert|suscrito|abonne'
const agreeingAlone = new RegExp(
  `^(?:(?:double|my|customer|kunden?|client|cliente) )*(?:${agreed})(?: (?:status|given|granted|erteilt|vorhanden|liegt vor))*$`,
)
/** What may be about more than mail: a no holds, and a yes is none to mail. */
const inGeneral = anyOf('gdpr, dsgvo, rgpd, avg, lgpd, *datenschutz*, privacy')
const alone = /^(?:permissions?|allowed|accepted|agreed|erlaubt|erlaubnis)$/
const status =
  /^(?:(?:customer|contact|kunden?|kontakt|client|cliente|user|profile|email|list|abo|abonnement|subscription|subscriber|audience) )*(?:status|zustand|statut|stato)$/

/** What is about somebody else's letters, another way of writing, or a program's own book-keeping. */
const othersLetters = anyOf(
  'partner, partners, third part*, 3rd part*, dritte, dritter, dritten, affiliate*, sponsor*, tiers, partenaire*, terceros, terzi, derden',
)
const otherWay = anyOf(
  'phone, call, calls, *telefon*, *anruf*, tel, telephone, telefono, sms, text, texts, whatsapp, fax, post, postal, brief, per brief, letter, push, telegram, mms, voice, direct mail, snail mail',
)
const byMail = /(?:^| )(?:emails?|newsletter|emailing)(?= |$)/
const bookkeeping = new Set(['marketing contact status'])

/** When, where and how somebody answered is no answer. */
const aboutTheAnswer = anyOf(
  'timestamp, time, date, datum, *datum, day, am, at, on, since, seit, ip, source, quelle, origin, method, campaign, reason, grund, title, id, by, via, language, sprache, type, typ, level, updated, changed, count, link, url, token, text, version, address, adresse, name, owner, person, note, notes, kommentar, comment, history, fecha, fuente, tipo, origen, data, provider, format, frequency, category, group, list, preference, count, code, field, form',
)

/** Whether a column says who must *not* be mailed: `do_not_email`, `Email Opt Out`, `Unsubscribed`. */
export function refuses(header: string): boolean {
  const words = wordsOf(header).replace(bothAnswers, '').trim()
  return (refusing.test(words) || beginsWithNo.test(words)) && !isElsewhereWords(words)
}

/** What a column of this name says about mail; null where it is about something else. */
export function mailKind(header: string): MailKind | null {
  const words = wordsOf(header)
  if (isElsewhereWords(words) || bookkeeping.has(words)) return null
  if (refuses(header)) return isAboutMail(words) ? 'refusal' : null
  if (noIsUnasked.test(words)) return 'subscription'
  if (/^(?:customer )?email status$/.test(words)) return 'standing'
  if (answers.has(headerKey(header.replace(/ \(\d+\)$/, '')))) return 'answer'
  if (aboutTheAnswer.test(words)) return null
  if (mailed.test(words) && (agreeing.test(words) || saysWhich(words))) return 'answer'
  if (agreeingAlone.test(words) || /opt(?:ed)? ?in.*out/.test(words)) return 'answer'
  if (letterAlone.test(words) && words.split(' ').length < 3) return 'answer'
  return inGeneral.test(words) || alone.test(words) || status.test(words) ? 'noes' : null
}

/** The kind of a column that the owner chose for one of the two. */
export function chosenKind(header: string, field: 'consent' | 'refusal'): MailKind {
  const own = mailKind(header)
  if (field === 'refusal') return own === 'noes' && status.test(wordsOf(header)) ? 'noes' : 'refusal'
  if (refuses(header)) return 'refusal'
  return own === 'subscription' || own === 'standing' ? own : 'answer'
}

const isElsewhereWords = (words: string): boolean =>
  othersLetters.test(words) || (otherWay.test(words) && !byMail.test(words))

/** Whether a column is about somebody else's letters or another way than mail. */
export const isElsewhere = (header: string): boolean => isElsewhereWords(wordsOf(header))

/** "No client" and "Exclude VAT" are about something else. */
const isAboutMail = (words: string): boolean =>
  plainly.test(words) || mailed.test(words) || agreeing.test(words) || inGeneral.test(words)

/** "Newsletter status", "Email marketing", but not "Email" and "Contact status". */
const saysWhich = (words: string): boolean =>
  /^(?:customer |email |my )*(?:marketing|newsletter|werbung|mailing)(?: status)?$/.test(words) ||
  (letterAlone.test(words) && words.endsWith(' status'))

/** Columns whose "no" only says that nobody subscribed: the program does not tell a refusal from never asked. */
const noIsUnasked = /^(?:customer |buyer )?accepts (?:email )?marketing$/

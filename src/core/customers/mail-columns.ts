import { headerKey, headerWords } from '../import/mapping.ts'
import { anyOf } from './folded-words.ts'
import {
  advertised,
  bookkeeping,
  contacted,
  done,
  fillers,
  keptFrom,
  leaving,
  letterAlone,
  listed,
  mailed,
  maybeListed,
  narrowed,
  negations,
  offers,
  otherService,
  otherThing,
  otherWay,
  partners,
  plainly,
  takenBack,
  unreachable,
  unwanted,
} from './mail-words.ts'

/**
 * How a column about mail is read: its answers as they stand; a yes in it is a refusal; its "no" only says that nobody subscribed;
 * the status of an address, where "active" is no yes; for its noes alone; as one that may ask who wants the letter or who does
 * not, where a plain yes or no is neither; as one that may be about mail, so that what stands in it leaves nobody asked; or only
 * for what is a refusal of mail in so many words.
 */
export type MailKind =
  'answer' | 'refusal' | 'subscription' | 'status' | 'noes' | 'either' | 'doubt' | 'outright'

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
    .replace(/\be (mails?|post(?=adress|\b))/g, 'email')
    .replace(/\b(?:courriers? electroniques?|correos? electronicos?|posta elettronica)\b/g, 'email')
    .replace(/\bnews letter/g, 'newsletter')
    .replace(/\bmailing lists?\b/g, 'mailinglist')

/** Both answers in a name say nothing about which is meant: "Opt-in/Opt-out", "Newsletter ja/nein". */
const bothAnswers =
  /\b(opt(ed)? ?in (or )?(opt(ed)? ?)?out|subscribed (or )?unsubscribed|yes (or )?no|y n|ja (oder )?nein|j n|oui (ou )?non|si (o )?no)\b/g

const refusing = anyOf(
  `${leaving}, ${unwanted}, ${keptFrom}, ${takenBack}, ${negations}, ${listed}, cancelado`,
)
const keeping = new RegExp(anyOf(keptFrom), 'g')
/** "Not unsubscribed", "Kein Widerspruch": of two such words nobody knows which way round they ask. */
const turnedTwice = new RegExp(
  [`${negations}, no`, `${leaving}, ${takenBack}, ${unwanted}, ${keptFrom}, ${listed}`]
    .map((words) => anyOf(words).source)
    .join('(?: (?:been|yet|any|a|an|d|de|mehr|sich|hat|from|vom|zum|zur))?'),
)
/** "Ohne E-Mail" is said of who has no address. */
const lacksMail =
  /^(?:(?:customers?|kunden?|clients?|clientes?) )?(?:ohne|without|sans|sin|senza|sem|zonder|uden|utan|uten|bez|ilman) e?mails?$/
const removing = anyOf(`${leaving}, ${listed}`)
/** "No newsletter", "Cliente no desea correo"; "Contact no" is a number. */
const saysNo = /(?:^| )no (?=.)|^(?:sin|mai|nie|basta) |^plus (?:jamais )?(?:de|d) (?!\d)/
const saysNoIn = (words: string): boolean => refusing.test(words) || saysNo.test(words)
/** "No. of emails". */
const isNumbered = (header: string): boolean => /^\W*(?:no|nr|num)\.|^\W*(?:no|number) of\b/i.test(header)

const agreement = `consent*, consens*, *einwilligung, *zustimmung, einverstanden*, opt in, optin, opted in, permission*, permiso*, permesso*, permis, allow*, allowed, accept*, acept*, accett*,
  agree, agreed, agrees, agreement, *erlaubt, *erlaubnis, genehmig*, gestattet, erwunscht, akzeptiert, subscri*, abonn*, angemeldet, anmeldung, autoris*, autoriz*,
  accord, souhait*, suscri*, inscri*, iscri*, toestemming*, akkoord*, ingeschreven, samtyck*, samtykk*, zgoda, zgody, souhlas*, suhlas*, hozzajarul*, wants, wanted, wish*, receive, receives, receiving,
  recibir, recevoir, ricevere, opt status, would like, mochte, desea, veut, vuole, want, gewunscht, may we, can we,
  may i, can i, may be, can be, may email, can email, may mail, can mail, ok to, okay to, ok for, happy to, darf, durfen, peut on, pouvons nous, podemos, possiamo, mogen wij`
const agreeing = anyOf(agreement)
const known = new RegExp(anyOf(`${agreement}, ${plainly}, ${fillers}`), 'g')
/**
 * Whether a column is called after an agreement to the shop's mail and nothing else. Only there a yes is one: any other word may
 * make it "newsletter opened" or "opt-in for reminders".
 */
const isPlainly = (words: string): boolean => words.replace(bothAnswers, ' ').replace(known, '').trim() === ''
const agreed =
  'consents?|consented|consentement|consentimiento|consenso|opt ?in|opted in|einwilligung|zustimmung|einverstandnis|toestemming|samtycke|samtykke|zgoda|souhlas|subscribed|abonniert|suscrito|abonne'
const agreeingAlone = new RegExp(
  `^(?:(?:is|has|are|currently|active|double|my|customer|kunden?|client|cliente) )*(?:${agreed})(?: (?:status|given|granted|erteilt|vorhanden|liegt vor))*$`,
)
/** What stands for an answer about mail where nothing else is named. */
const consented = anyOf(
  `consent*, consens*, *einwilligung, *zustimmung, opt in, optin, opted in, subscri*, abonn*, angemeldet, suscri*, inscri*, iscri*, toestemming*, ingeschreven,
  samtyck*, samtykk*, zgoda, zgody, souhlas*`,
)
/** What may be about more than mail: a no holds, and a yes is none to mail. */
const inGeneral = anyOf('gdpr, dsgvo, rgpd, avg, lgpd, *datenschutz*, privacy')
/** "Mail OK" may be an address that is right. */
const perhaps = /(?:^| )(?:ok|okay)$/
const alone = /^(?:permissions?|allowed|accepted|agreed|erlaubt|erlaubnis)$/
const status =
  /^(?:(?:customer|contact|kunden?|kontakt|client|cliente|user|profile|email|list|abo|abonnement|subscription|subscriber|audience) )*(?:status|zustand|statut|stato)$/

/** Somebody else's letters. */
const othersLetters = anyOf(
  'partner, partners, third part*, 3rd part*, dritte, dritter, dritten, affiliate*, sponsor*, tiers, partenaire*, terceros, terzi, derden',
)
const byMail = /(?:^| )(?:emails?|emailing)(?= |$)/

/** When, where and how somebody answered is no answer. */
const aboutTheAnswer = anyOf(
  'timestamp, time, date, datum, *datum, day, am, at, on, since, seit, ip, source, quelle, origin, method, campaign, reason, grund, title, id, by, via, language, sprache, type, typ, level, updated, changed, count, link, url, token, text, version, address, adresse, name, owner, person, note, notes, kommentar, comment, history, fecha, fuente, tipo, origen, data, provider, format, frequency, category, group, list, preference, count, code, field, form, street, city, zip, state, country, postcode',
)
/** Of a refusal, when and why it came: whatever stands there, it came. */
const whenAndWhy = anyOf(
  'date, datum, *datum, day, am, at, on, time, timestamp, since, seit, fecha, data, reason, reasons, grund, motif, motivo, suppress*, complaint*',
)
/** Up to when an answer holds. */
const until = anyOf('bis, until, till, expires, expiry, ablauf*, gultig*, valid, expiration, jusqu')
/** What stands around a refusal without making it about anything else. */
const around = new Set(
  `is has have was been are customer customers kunde kunden client cliente contact kontakt user member subscriber global all from the of for to date datum day at
  on am um time timestamp since seit reason grund motif motivo source status confirmed list lists ja oui si yes y n gdpr dsgvo rgpd lgpd avg flag fecha data de del la le di da van op
  everything general generell hat sich opt in out opted double double marked wurde kein e s no not never 1 2`.split(
    /\s+/,
  ),
)
const leavingWord = new RegExp(anyOf(`${leaving}, ${listed}, ${takenBack}`), 'g')

/** Whether a column says who must *not* be mailed: `do_not_email`, `Email Opt Out`, `Unsubscribed`. */
export function refuses(header: string): boolean {
  const words = wordsOf(header).replace(bothAnswers, '').trim()
  return saysNoIn(words) && !isElsewhereWords(words) && !isNumbered(header)
}

/** What a column of this name says about mail; null where it is about something else. */
export function mailKind(header: string): MailKind | null {
  const words = wordsOf(header)
  if (unreachable.test(words)) return 'doubt'
  if (isElsewhereWords(words) || words === 'marketing contact status' || isNumbered(header)) return null
  const isAsked = agreeing.test(words) || refuses(header)
  if (isOtherThing(words)) return isAsked && advertised.test(words) ? 'doubt' : null
  if (narrowed.test(words) && mailed.test(words)) return 'doubt'
  if (refuses(header)) return bookkeeping.test(words) ? null : refusalKind(words)
  return answerKind(header, words) ?? (asksForMail(header, words) ? 'noes' : null)
}

/** Of a column that refuses nothing. */
function answerKind(header: string, words: string): MailKind | null {
  if ((letterAlone.test(words) || agreeing.test(words)) && until.test(words) && mailed.test(words))
    return 'doubt'
  if (noIsUnasked.test(words)) return 'subscription'
  if (/^(?:customer )?email status$/.test(words)) return 'status'
  if (answers.has(headerKey(header.replace(/ \(\d+\)$/, '')))) return 'answer'
  if (aboutTheAnswer.test(words.replace(/ (?:by|via) emails?\b/, ' email'))) return null
  if (agreeingAlone.test(words)) return 'answer'
  const isAnswer = letterAlone.test(words) || /opt(?:ed)? ?in.*out/.test(words) || saysWhich(words)
  if (isAnswer || (mailed.test(words) && agreeing.test(words))) {
    if (isPlainly(words)) return 'answer'
    if (done.test(words) || bookkeeping.test(words)) return null
    // Without a word of agreement, what is not understood may as well turn the letter's name around.
    return agreeing.test(words) ? 'noes' : 'either'
  }
  if (contacted.test(words) && agreeing.test(words)) return 'noes'
  if (perhaps.test(words) && (mailed.test(words) || contacted.test(words))) return 'noes'
  return inGeneral.test(words) || alone.test(words) || status.test(words) ? 'noes' : null
}

/**
 * Whether a column is called after reaching somebody by mail and nothing else, without a word of agreement: "Email contact", "Werbung
 * per Mail", "On mailing list", "Mail?".
 */
const asksForMail = (header: string, words: string): boolean =>
  mailed.test(words) &&
  (reaching.test(words) || header.trimEnd().endsWith('?')) &&
  words.replace(known, '').replace(reachingWords, '').trim() === ''
const reach =
  'email kontakt, email contact, email contacts, mail kontakt, mail contact, contactable, reachable, erreichbar, include, included, per, by, via, par, por, on, in, auf'
const reaching = anyOf(reach)
const reachingWords = new RegExp(anyOf(`${reach}, contact, kontakt`), 'g')

/** Surely a refusal of mail, perhaps one, or one of something else. */
function refusalKind(words: string): MailKind | null {
  if (maybeListed.test(words) || lacksMail.test(words)) return 'doubt'
  if (turnedTwice.test(words)) return mailed.test(words) || removing.test(words) ? 'either' : null
  const without = words.replace(keeping, ' ')
  if (without !== words && !advertised.test(words) && !saysNoIn(without))
    return mailed.test(words) ? 'doubt' : null
  if (mailed.test(words) || contacted.test(words)) return 'refusal'
  if (!removing.test(words) && !consented.test(words)) return null
  const rest = words
    .replace(leavingWord, ' ')
    .split(' ')
    .filter((word) => word !== '' && !around.has(word) && !consented.test(word))
  return rest.length === 0 ? 'refusal' : 'doubt'
}

/** Whether a column holds whether somebody wants what the shop's partners send: PrestaShop's alone is called so. */
export const isPartnerOffers = (header: string): boolean => {
  const words = wordsOf(header)
  return partners.test(words) && offers.test(words)
}

/** Whether a column is called after the shop's letter and nothing else: "Newsletter", "Boletín de noticias". */
export const isLetter = (header: string): boolean =>
  letterAlone.test(wordsOf(header)) && /^\S+(?: de noticias)?$/.test(wordsOf(header))

/** Whether whatever is written in a column of refusals says that one came: a date, a reason. */
export const isWhenOrWhy = (header: string): boolean => whenAndWhy.test(wordsOf(header))

/** Whether a date in the column is when somebody said yes: `Subscribed`, `Opt-in`. */
export const takesDates = (header: string): boolean =>
  /^(?:email |newsletter |is )*(?:subscribed|opted in|(?:double )?opt ?in|abonniert|angemeldet|abonne|inscrit|suscrito|iscritto|email marketing consent)$/.test(
    wordsOf(header),
  )

/** The kind of a column that the owner chose for one of the two. */
export function chosenKind(header: string, field: 'consent' | 'refusal'): MailKind {
  const own = mailKind(header)
  if (field === 'refusal') return own === 'noes' && status.test(wordsOf(header)) ? 'noes' : 'refusal'
  if (refuses(header)) return 'refusal'
  return own === 'subscription' || own === 'status' ? own : 'answer'
}

const isElsewhereWords = (words: string): boolean =>
  othersLetters.test(words) ||
  ((otherWay.test(words) || otherService.test(words.replaceAll(' ', ''))) && !byMail.test(words))

/** Whether a column is about somebody else's letters or another way than mail. */
export const isElsewhere = (header: string): boolean => isElsewhereWords(wordsOf(header))

/** Whether a column speaks of mail without being read as an answer, nor known to be about something else. */
export function isPassedOver(header: string): boolean {
  const words = wordsOf(header)
  const speaks = mailed.test(words) || contacted.test(words)
  const isKnown = [done, bookkeeping, otherThing].some((about) => about.test(words))
  return speaks && !isKnown && mailKind(header) === null && !isElsewhereWords(words)
}

const isOtherThing = (words: string): boolean =>
  otherThing.test(words) ||
  /^(?!.*(?:werbe|mail|mailing|newsletter|kontakt|reklame?)sperre)(?:\S* )*\S+sperre(?: |$)/.test(words)

/** "Newsletter status", "Email marketing", but not "Email" and "Contact status". */
const saysWhich = (words: string): boolean =>
  /^(?:customer |email |my )*(?:marketing|newsletter|werbung|mailing)(?: status)?$/.test(words) ||
  (advertised.test(words) && byMail.test(words)) ||
  (letterAlone.test(words) && words.endsWith(' status'))

/** Columns whose "no" only says that nobody subscribed: the program does not tell a refusal from never asked. */
const noIsUnasked = /^(?:(?:customer |buyer )?accepts (?:email )?marketing|email marketing consent)$/

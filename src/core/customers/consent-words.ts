import { fold } from '../fold.ts'
import type { Consent } from './consent.ts'
import { isDate, isEmptyDate } from './consent-dates.ts'
import { anyOf } from './folded-words.ts'
import { advertised, leaving, mailed, negations, takenBack, unreachable, unwanted } from './mail-words.ts'

const phrases = (text: string): ReadonlySet<string> => new Set(text.split(',').map((phrase) => phrase.trim()))

const plainYes = phrases(
  'yes, y, ja, j, oui, o, si, s, sim, true, t, wahr, vrai, verdadero, vero, 1, 1 0, x, ok, on, tak, ano, da, igen, kylla, да',
)
const plainNo = phrases(
  'no, n, nein, non, nao, nej, nee, false, f, falsch, faux, falso, 0, 0 0, 0 00, off, nope, nah, nie, ne, nem, ei, нет',
)
const subscribing =
  phrases(`subscribed, subscribe, opt in, opted in, optin, double opt in, single opt in, doi, abonniert, angemeldet, eingetragen, abonne, abonnee,
  inscrit, inscrite, suscrito, suscrita, iscritto, iscritta, inscrito, inscrita, ingeschreven, aangemeld, geabonneerd, prenumererar, tilmeldt, zapisany,
  odebira, feliratkozott, tilaaja, not unsubscribed, not opted out`)
const allowing =
  phrases(`allowed, permitted, no restriction, no restrictions, unrestricted, erlaubt, gestattet, keine einschrankung, keine einschrankungen,
  autorise, permitido, permesso, toegestaan, not refused, not blocked, nicht abgemeldet, nicht gesperrt, not suppressed, not objected, kein widerspruch, keine sperre`)
const agreed =
  phrases(`granted, active, express, aktiv, actif, active, activo, activa, attivo, attiva, actief, aktywny, aktivni, confirmed, bestatigt, confirme,
  confirmee, confirmado, confirmada, confermato, confermata, bevestigd, consented, agreed, accepted, accepte, acceptee, aceptado, accettato, akzeptiert,
  einverstanden, eingewilligt, zugestimmt, erteilt, allowed, erlaubt`)
const unasked = phrases(
  `unasked, unknown, unbekannt, inconnu, never subscribed, not subscribed, nonsubscribed, non subscribed, non subscriber,
  non subscribers, never opted in, not opted in, nicht angemeldet, unconfirmed, unbestatigt, pending, ausstehend, offen,
  en attente, pendiente, in attesa, in afwachting, implied, not set, not asked, not specified`,
)
/** What programs and people write where nothing is to be said. */
const nothing = phrases('n a, na, null, nil, undefined, none, k a, tbd')

const firmly =
  anyOf(`${leaving}, do not, dont, don t, ne pas, ${takenBack}, stop, stopp, stopped, remove, removes, removed, cancel*, annul*, storniert, baja,
  blacklisted, blocked, bloqu*, bloccat*, gesperrt, gesperrd, geblokkeerd, zablokowan*, sparrad, bounce, bounced, bounces,
  cleaned, complain*, complaint*, suppressed, user suppressed, spam, loschen, losche, geloscht, deleted, delete, supprim*,
  eliminad*, eliminat*, verwijderd, excluid*, removid*, quit, unwanted, unerwunscht, forbidden, prohibited, verboten,
  interdit, deactivated, deaktiviert, disabled, suspended, banned, terminated, ended, beendet, stopgezet, avslut*,
  lapsed, expired, abgelaufen, expire, expiree, caducad*, scadut*, verlopen, archived, archiviert, archive, archivee, archivad*, archiviat*,
  gearchiveerd, invalid, ungultig, undeliverable, unreachable, dead, deceased, inactive, inaktiv*, inactif, inactiv*,
  inattiv*, inactief, inativ*, nieaktywn*, only by post, post only, nur post, nur per post, nur per brief, nur brief,
  nur telefon, nur telefonisch, only by phone, phone only, uniquement par courrier, solo por correo postal, solo posta, alleen post,
  alleen per post`)

/** Words of a no that also stand where nobody asked: "not asked", "keine Angabe". */
const loosely = anyOf(
  `not, never, niemals, nicht, kein, keine, keinen, keinerlei, jamais, nunca, nooit, niet, geen, pas, aucun, aucune, nessun, nessuna, ningun,
  ninguna, inte, ikke`,
)
const beginsWithNo = /^(?:no|nein|non|nao|nej|nee|nie|mai)(?= )/
const notAsked = anyOf(
  `asked, gefragt, demande, preguntado, chiesto, gevraagd, set, specif*, especific*, known, bekannt, bekend, yet, sure, sicher,
  confirmed, provided, given, entered, available, applicable, decided, angabe, angaben, answer, antwort, data, daten, datos, dati,
  info, information, response, reponse, respuesta, risposta, reply, value, entry, eintrag, eingetragen, renseigne*, definie*, reached, erreicht, ruckmeldung`,
)

/** Not for now, which refuses nothing. */
const notYet = anyOf(
  'not yet, noch nicht, noch nie, noch kein, noch keine, noch keinen, pas encore, todavia no, no todavia, aun no, non ancora, ainda nao, nog niet, nog geen, inte an, ikke enda, ikke ennu, jeszcze nie',
)
/** The whole cell of somebody who cannot tell. */
const unknowing = new RegExp(
  `^(?:(?:i|we|he|she|ich|wir|kunde|kundin|customer|je|ik|jag|jeg) )*(?:${[
    '(?:do not|dont|don t|does not|doesnt|doesn t|did not|didn t|not) (?:know|known|remember|recall|understand)',
    'no idea|no clue|(?:weiss|wissen|wusste)(?: es| ich| wir)? (?:noch )?nicht|keine ahnung|(?:on )?ne (?:sait|sais) pas|no(?: lo)? (?:se|sabe)|ni idea',
    'non(?: lo)? (?:so|sa)|nao (?:sei|sabe)|weet(?: ik| het)* niet|geen idee|vet (?:ej|inte)|ved ikke|vet ikke|nie wiem|nevim|nem tudom',
  ].join('|')})(?: yet| noch nicht| really| genau| exactly)*$`,
)
/** The whole cell of somebody who has no address, or refuses what goes to it: which of the two, nobody knows. */
const mayLackAddress = phrases(
  `no email, no e mail, kein email, keine email, kein e mail, keine e mail, pas d email, pas d e mail, sin correo, sin email, nessuna email, senza email, sem email, geen email,
  geen e mail, ingen e post`,
)
/** Of somebody who has no address nobody knows more. */
const lacksAddress = new RegExp(
  `^(?:(?:has|have|hat|customer|kunde|kundin|has got) )*(?:no|not|without|kein|keine|keinen|ohne|pas d|pas de|aucune?|sans|sin|ningun|ninguna|nessuno?|nessuna|senza|sem|geen|ingen)${
    anyOf(`email address, e mail address, mail address, address, emailadresse, e mail adresse, mailadresse, adresse, adresse mail, adresse email, adresse e mail, direccion, direccion de correo,
    correo electronico, indirizzo, indirizzo email, endereco, endereco de email, emailadres, e mailadres, e mail adres, adres, mailadress, e postadress, e postadresse`)
      .source
  }(?: yet| given| known| available| vorhanden| bekannt| angegeben| hinterlegt)*$`,
)
const article =
  '(?: (?:de|d|du|des|la|le|les|l|el|los|il|lo|i|het|een|den|die|das|der|unseren|euren|ihren|the|any|our|your))*'
/** "Ohne Newsletter", "plus de mail": said of oneself, no answer to a question. Who is "sans mail" may have no address. */
const withoutMail = new RegExp(
  `^(?:(?:bitte|please) )?(?:${[
    `(?:ohne|without|sans|sin|senza|zonder|sem|uden|utan|uten|bez|ilman|niente|rien|nada|ingen|intet)${article}(?:${advertised.source}| mailings?)`,
    `(?:plus(?: jamais)? (?:de|d|aucune?)|niente piu|non piu|ya no|ya no mas|basta|basta con)${article}(?:${mailed.source})`,
  ].join(
    '|',
  )})(?: (?:svp|s il vous plait|merci|bitte|danke|please|thanks|thank you|por favor|gracias|per favore|grazie|aub|alstublieft|bedankt|mehr|meer|any more|anymore))*$`,
)

/** Whether a cell neither answers nor refuses, and whoever wrote it did not know either. */
const isUnsure = (folded: string): boolean =>
  unknowing.test(folded) || lacksAddress.test(folded) || mayLackAddress.has(folded)

/** "Not opted out", "keine Einwände": a refusal that was not said. "No, opted out" says it. */
const turned = new RegExp(
  `^(?:(?:noch|bisher|so far|still|has|have|hat|hat sich|did|was|is|ist|wurde) )*(?:hasn t|haven t|didn t|isn t|wasn t|no longer|no more|nicht mehr|not|never|nicht|non|nie|niemals|niet|nooit|pas|no|kein|keine|keinen|keinerlei|ohne|without|sans|sin|aucune?|ningun|ninguna|nessun|nessuna|senza|geen|jamais|nunca)(?: yet| noch| any| encore| been| a| hat| hat sich| has)*${
    anyOf(`${leaving}, ${takenBack}, blocked, suppressed, blacklisted, gesperrt, complain*, complaint*, bounce, bounced, bounces, *beschwerde, *beschwerden,
    beschwert, einwand, einwande, einwendung*, bedenken, reklamation*, cancel*, stopped, storniert, widerspruch, objection*, plainte*, queja*, reclamo, reclami, bezwaren, klacht*, spam complaint*, hard bounce*, hard bounced`)
      .source
  }(?: yet| so far| bisher| noch| at all)*$`,
)
const isTurned = (text: string, folded: string): boolean =>
  turned.test(folded) && !/^\s*\p{L}+(?:\s*[,;:.!(/]|\s+[-–—])/u.test(text)

const beginsWithYes = /^(?:yes|yep|ja|oui|si|sim|tak|ano|igen|kylla|да)(?= )/
/** What may follow a yes without taking any of it back; numbers are days and years. */
const courtesies = new RegExp(
  `^(?:${
    anyOf(`please, thanks, thank, you, of course, sure, gladly, absolutely, gerne, gern, sehr, bitte, danke, naturlich, klar, unbedingt, merci, bien, sur, volontiers, s il,
  vous, plait, te, por favor, claro, gracias, grazie, certo, volentieri, per, favore, graag, alstublieft, bedankt, dank, u, je, prosze, tack, garna, tak, gerne, email, e mail, mail, newsletter,
  by, via, since, seit, am, on, from, the, from, ab, depuis, le, el, dal, sinds, um, at, opt in, subscribed, \\d+`)
      .source
  })*$`,
)
/** A text or a visit refused is no mail refused, and "no problem" refuses nothing. */
const otherMatter = anyOf(
  'sms, text, texts, call, calls, phone, telefon, whatsapp, post, brief, briefe, fax, problem, problema, probleme, worries',
)
const onlyElsewhere = anyOf('only, nur, but, aber, mais, pero, ma, uniquement, solo, alleen')

/** A yes with more words: courtesies and days leave it one, a word of withdrawal makes it a no, and of others nobody knows. */
function politely(folded: string): Consent | null {
  if (courtesies.test(folded.slice(folded.indexOf(' ')))) return 'yes'
  if (until.test(folded) || (otherMatter.test(folded) && !onlyElsewhere.test(folded))) return null
  if (firmly.test(folded)) return 'no'
  return loosely.test(folded) ? 'no' : null
}
const until = anyOf('until, till, bis, jusqu, hasta, fino, tot')

/** The ways of writing that a program lists: `['email', 'web']`. Without mail among them nobody said yes to mail. */
function waysOf(text: string): Consent | null {
  const list = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1]
  if (list === undefined) return null
  const ways = list.split(',').map(fold)
  if (ways.some((way) => firmly.test(way))) return 'no'
  return ways.includes('email') ? 'yes' : 'unasked'
}

/** Reads an answer as tables write it, in many languages; null when it is not understood, blank is "never asked". */
export function consentOf(text: string): Consent | null {
  const consent = answerOf(text)
  return consent === 'yes' && isQuestion(text) ? 'unasked' : consent
}

/** "Yes?" */
const isQuestion = (text: string): boolean => text.includes('?')

function answerOf(text: string): Consent | null {
  const folded = fold(text)
  if (folded === '') return ofSign(text.trim())
  if (plainYes.has(folded)) return 'yes'
  if (isTurned(text, folded) || allowing.has(folded)) return agreed.has(folded) ? 'yes' : 'unasked'
  if (agreed.has(folded) || subscribing.has(folded)) return 'yes'
  if (isEmptyDate(text)) return 'unasked'
  if (plainNo.has(folded)) return 'no'
  if (unasked.has(folded) || nothing.has(folded)) return 'unasked'
  const ways = waysOf(text)
  if (ways !== null) return ways
  if (beginsWithYes.test(folded)) return politely(folded)
  if (isUnsure(folded)) return 'unasked'
  if (firmly.test(folded) || withoutMail.test(folded)) return 'no'
  if (!loosely.test(folded) && !beginsWithNo.test(folded)) return null
  if (otherMatter.test(folded)) return null
  return notAsked.test(folded) || notYet.test(folded) ? 'unasked' : 'no'
}

/** Whether it is a no without a word more, as a program writes it. */
export const isPlainNo = (text: string): boolean => plainNo.has(fold(text))

/** Whether it is a no whatever was asked: "unsubscribed", "STOP", not "no" or "nein danke". */
export const isNoByItself = (text: string): boolean => {
  const folded = fold(text)
  return isNoInStatus(text) && firmly.test(folded) && !plainNo.has(folded.split(' ')[0]!)
}

/** Whether it answers at all. */
export const isYesOrNo = (text: string): boolean => {
  const consent = consentOf(text)
  return consent === 'yes' || consent === 'no'
}

/** A tick, a cross, an empty box; what only parts or fills says nothing. */
function ofSign(text: string): Consent | null {
  if (/^[✓✔☑✅]/u.test(text)) return 'yes'
  if (/^(?:✗|✘|❌|⛔|🚫|👎)/u.test(text)) return 'no'
  return /^(?:[\p{P}\s]*|☐)$/u.test(text) ? 'unasked' : null
}

/** Whether a cell says nothing at all: blank, a dash, "n/a". */
export const saysNothing = (text: string): boolean => {
  const folded = fold(text)
  return folded === '' ? ofSign(text.trim()) === 'unasked' : nothing.has(folded)
}

/** Whether it says outright that somebody subscribed: "active" or "yes" in a status do not. */
export const saysSubscribed = (text: string): boolean => subscribing.has(fold(text))

/** Of a status, what is a no only of a list of readers: an inactive customer refused nothing. */
const ofCustomers = anyOf(
  'inactive, inaktiv*, inactif, inactiv*, inattiv*, inactief, inativ*, nieaktywn*, archiv*, gearchiveerd, expir*, lapsed, ended',
)

/** Whether a status says no to mail; `no-reply@` is an address. */
export const isNoInStatus = (text: string): boolean =>
  !text.includes('@') && consentOf(text) === 'no' && !ofCustomers.test(fold(text))

const outright = phrases(
  `unsubscribed, opted out, opt out, unsubscribe, do not mail, do not email, do not contact, no mail, no newsletter, abgemeldet, kein newsletter, keinen newsletter, keine newsletters, keine werbemails, no more newsletters, no more newsletter, no more emails, no more mails, no mails, no mailings, no more mail, pas de newsletter, pas de newsletters, plus de newsletter, pas de publicite, sin boletin, no boletin, niente newsletter, nessuna newsletter, geen nieuwsbrief, geen newsletter, geen reclame, does not want newsletter, does not want newsletters, does not want the newsletter, doesn t want newsletter, doesn t want newsletters, doesn t want the newsletter, wants no newsletter,
  keine werbung, nicht anschreiben, nicht mehr anschreiben, bitte nicht anschreiben, bitte nicht mehr anschreiben, nicht mehr kontaktieren, bitte nicht mehr kontaktieren, desabonne, desabonnee, desinscrit, desinscrite, ne pas contacter, dado de baja, dada de baja, unsubscribed from newsletter, unsubscribed contacts, unsubscriber, unsubscribers, abgemeldete, opt outs, opted out by phone, hat newsletter abbestellt, newsletter abbestellt, newsletter abgemeldet, vom newsletter abgemeldet, remove from mailing list, remove from mailinglist, remove from newsletter, ne veut plus la newsletter, ne veut plus de newsletter, stop sending mails, stop sending emails, stop sending newsletters, no newsletters, no emails, no marketing, no email please, please no email, bitte keine e mail, no mailing, kein mailing, keine newsletter, keine mails, keine e mails, disiscritto, disiscritta, uitgeschreven,
  afgemeld, spam complaint, hard bounced, dnc, nomail, robinson, robinsonliste, keine reklame, no advertising, no ads, werbewiderspruch, aus verteiler geloscht, aus dem verteiler geloscht, aus dem verteiler nehmen, does not wish to be contacted, does not want to be contacted, please do not contact, do not write, please do not write, wants off the list, off the list`,
)
const mayBeOutright =
  /unsub|opt|boletin|boletín|nieuwsbrief|nyhe[td]sbrev|infolettre|reklam|pubblicit|courriel|reclame|publicit|contact|kontakt|mail|correo|e.?post|newsletter|werbung|abgemeldet|anschreiben|abonn|inscri|iscri|baja|uitgesch|afgemeld|spam|bounced|abbestell|abmeld|austrag|ausgetragen|deceased|storben|décéd|decede|fallec|decedut|overleden|post/i
/** The longest word of each phrase: a cell without any of them is not read further. */
const ofOutright = new RegExp(
  [
    ...new Set([...outright].map((phrase) => phrase.split(' ').toSorted((a, b) => b.length - a.length)[0]!)),
  ].join('|'),
)
/** Nearly all notes are about something else. */
const isWorthReading = (text: string): boolean => mayBeOutright.test(text) || ofOutright.test(fold(text))
const aroundOutright =
  /^(?:(?:hat sich|has|is|bitte|please|pls|kunde|kundin|customer|wurde|was|ist|mochte|will|wunscht|wants|wishes|would like|he|she|er|sie) )+|(?: (?:am|on|at|since|seit|le|el|op|please|pls|bitte|danke|thanks|merci|gracias|grazie|thank you|any more|anymore|any longer|mehr|more|senden|schicken|erhalten|bekommen|gewunscht|wanted|ever|\d+))+$/g

/** Its lines, sentences, tags or groups. */
const partsOf = (text: string): readonly string[] => text.split(/[,;|\n\r]| \/ |:::|[.!](?:\s|$)/)

/** Whether a cell is a refusal of mail whatever its column is called: alone, or as one of several tags. */
export const refusesOutright = (text: string): boolean =>
  text.length < 300 &&
  isWorthReading(text) &&
  partsOf(text).some(
    (part) =>
      outright.has(fold(part)) ||
      withoutMail.test(fold(part)) ||
      outright.has(fold(part).replace(aroundOutright, '')),
  )

/**
 * Whether a cell may refuse mail, or only say that there is no address to write to: "no email" among notes or tags, and whatever
 * speaks of mail and of stopping, or of leaving a list, in other words than {@link refusesOutright} knows.
 */
export const mayRefuse = (text: string): boolean =>
  isWorthReading(text) && partsOf(text).some((part) => mayRefuseIn(part, fold(part)))

function mayRefuseIn(part: string, folded: string): boolean {
  if (mayLackAddress.has(folded)) return true
  if (isUnsure(folded) || isTurned(part, folded)) return false
  if (leavingAList.test(folded) || unreachable.test(folded))
    return !otherMatter.test(folded.replace(saidBy, ''))
  return mailed.test(folded) && stopping.test(folded)
}
const leavingAList = anyOf(leaving)
const stopping = anyOf(`${negations}, ${unwanted}, ${takenBack}, no, plus, off, take off, remove`)
const saidBy =
  /(?:^| )(?:by|per|via|only|nur|am|par|por)(?: by| per)? (?:sms|text|phone|telefon|post|brief|briefe|fax|call|whatsapp)(?= |$)/g

const noRefusal = phrases(
  'keine, keiner, kein, aucun, aucune, ninguno, ninguna, nessuno, nessuna, geen, nobody',
)
/** "Never" says of a day that there was none, and of a person who knows what. */
const never = phrases('never, nie, niemals, jamais, nunca, mai, nooit')

/** Whether the answer to "must they not be mailed?" is that they may: "no", "0", or that they subscribed. */
export function isNoRefusal(text: string): boolean {
  const folded = fold(text)
  if (isQuestion(text) && folded !== '') return false
  if (plainNo.has(folded) || subscribing.has(folded) || allowing.has(folded) || noRefusal.has(folded))
    return true
  return consentOf(text) === 'unasked' && !isUnsure(folded)
}

/**
 * Whether the answer to "must they not be mailed?" is that they must not: yes, the day of it, or a refusal in words. `isOfDays` is
 * whether the column holds days or reasons of refusals, where everything but "never" is one.
 */
export function isRefusal(text: string, isOfDays: boolean): boolean {
  const folded = fold(text)
  if (isOfDays) return !never.has(folded)
  if (plainYes.has(folded)) return !unsure.has(folded)
  if (never.has(folded) || (isQuestion(text) && plainNo.has(folded))) return false
  const consent = consentOf(text)
  if (consent === 'yes')
    return beginsWithYes.test(folded) || refusedWays.has(folded) || ofSign(text.trim()) === 'yes'
  return consent === 'no' || isDate(text) || refusedWays.has(folded) || mayLackAddress.has(folded)
}
const unsure = phrases('ok, on')
const refusedWays = phrases(
  'email, e mail, mail, emails, mails, newsletter, marketing, werbung, all, alle, alles, everything, tous, todos, tutti',
)

/** Whether a cell in a column of days of refusals says that there was none. */
export const isNever = (text: string): boolean => never.has(fold(text))

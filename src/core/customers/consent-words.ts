import { fold } from '../fold.ts'
import type { Consent } from './consent.ts'
import { anyOf } from './folded-words.ts'

const phrases = (text: string): ReadonlySet<string> => new Set(text.split(',').map((phrase) => phrase.trim()))

const plainYes = phrases(
  'yes, y, ja, j, oui, o, si, s, sim, true, wahr, vrai, 1, x, ok, on, tak, ano, da, igen, kylla, да',
)
const plainNo = phrases(
  'no, n, nein, non, nao, nej, nee, false, falsch, faux, 0, off, nope, nah, nie, ne, nem, ei, нет',
)
const agreed = phrases('subscribed, granted, opt in, opted in, active, express, abonniert, angemeldet')
const unasked = phrases(
  `unasked, unknown, unbekannt, inconnu, never subscribed, not subscribed, nonsubscribed, non subscribed, non subscriber,
  non subscribers, never opted in, not opted in, nicht angemeldet, unconfirmed, unbestatigt, pending, ausstehend, offen,
  en attente, pendiente, in attesa, in afwachting, implied, not set, not asked, not specified`,
)
/** What programs and people write where nothing is to be said. */
const nothing = phrases('n a, na, null, nil, undefined, none, k a, tbd')

/** What says plainly that mail is unwanted, in a cell as in a column's name. */
export const unwanted = `unsub*, opt out, opted out, optout, optedout, do not, dont, don t, abgemeldet, abmeld*, abbestell*, ausgetragen,
  austrag*, ne pas, desinscri*, desabonn*, afgemeld*, uitgeschreven, disiscri*, disdett*, odhlasen*, wypisan*, avmeld*,
  avregistrer*, frameld*, leiratkoz*, отпис*`

/** A yes that was taken back or never given, in a cell as in a column's name. */
export const takenBack = `withdr*, revok*, declin*, reject*, refus*, denied, deny, objected, objection*, objects, widerruf*, widerrief,
  *widerspruch, *widersproch*, abgelehnt, lehnt ab, ablehn*, verweiger*, untersag*, gekundigt, *kundigung*, retire*,
  retrait, revoqu*, resili*, opposition, s oppose, oppose, revocad*, rechaz*, denegad*, oposicion, revocat*, ritirat*,
  rifiut*, negat*, opposizione, ingetrokken, geweiger*, weiger*, opgezegd, bezwaar, afgewezen, retirad*, revogad*,
  recusad*, rejeitad*, wycofan*, odwolan*, odmow*, odrzucon*, rezygn*, aterkall*, tilbagekald*, trukket, nekad*, avbojt,
  uppsagd, opsagt, odvolan*, odmitn*, visszavon*, elutasit*, peruut*, perun*, kielt*, iptal, reddedil*, отозван*, отказ*`

const firmly =
  anyOf(`${unwanted}, ${takenBack}, stop, stopp, stopped, remove, removes, removed, cancel*, annul*, storniert, baja,
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
  info, information, response, reponse, respuesta, risposta, reply, value, entry, eintrag, eingetragen, renseigne*, definie*`,
)

/** Reads an answer as tables write it, in many languages; null when it is not understood, blank is "never asked". */
export function consentOf(text: string): Consent | null {
  const folded = fold(text)
  if (folded === '') return ofSign(text.trim())
  if (plainYes.has(folded) || agreed.has(folded)) return 'yes'
  if (plainNo.has(folded)) return 'no'
  if (unasked.has(folded) || nothing.has(folded)) return 'unasked'
  if (firmly.test(folded)) return 'no'
  if (!loosely.test(folded) && !beginsWithNo.test(folded)) return null
  return notAsked.test(folded) ? 'unasked' : 'no'
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
export const saysSubscribed = (text: string): boolean =>
  agreed.has(fold(text)) && !['active', 'granted', 'express'].includes(fold(text))

/** Of a status, what is a no only of a list of readers: an inactive customer refused nothing. */
const ofCustomers = anyOf(
  'inactive, inaktiv*, inactif, inactiv*, inattiv*, inactief, inativ*, nieaktywn*, archiv*, gearchiveerd, expir*, lapsed, ended',
)

/** Whether a status says no to mail. */
export const isNoInStatus = (text: string): boolean =>
  consentOf(text) === 'no' && !ofCustomers.test(fold(text))

const outright = phrases(
  `unsubscribed, opted out, opt out, unsubscribe, do not mail, do not email, do not contact, no mail, no newsletter, abgemeldet, kein newsletter,
  keine werbung, nicht anschreiben, desabonne, desabonnee, desinscrit, desinscrite, ne pas contacter, dado de baja, disiscritto, disiscritta, uitgeschreven,
  afgemeld, spam complaint, hard bounced`,
)
const mayBeOutright = /^\s*["']?(?:un|op|do|no|ab|ke|ni|d[eéai]|ne|ui|af|sp|ha)/i

/** Whether a cell is a refusal of mail whatever its column is called. */
export const refusesOutright = (text: string): boolean =>
  text.length < 30 && mayBeOutright.test(text) && outright.has(fold(text))

const noRefusal = phrases(
  'keine, keiner, kein, aucun, aucune, ninguno, ninguna, nessuno, nessuna, geen, nobody',
)

/** Whether the answer to "must they not be mailed?" is that they may: "no", "0", or that they subscribed. */
export function isNoRefusal(text: string): boolean {
  const folded = fold(text)
  if (plainNo.has(folded) || agreed.has(folded) || noRefusal.has(folded)) return true
  return consentOf(text) === 'unasked'
}

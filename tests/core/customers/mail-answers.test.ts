import { expect, test } from 'vitest'
import { mailAnswer, mailColumns } from '../../../src/core/customers/consent-column.ts'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'

/** What one line says, and the columns that were read for it. */
function lineOf(columns: Readonly<Record<string, string>>) {
  const header = ['Name', 'Email', ...Object.keys(columns)]
  const cells = ['Anna', 'a@x.example', ...Object.values(columns)]
  const mail = mailColumns(header, guessCustomerMapping(header), false, (column) => [cells[column]!])
  const answer = mailAnswer(
    mail,
    mail.map((column) => cells[header.indexOf(column.header)]!),
  )
  const isSaid = answer.contradiction !== '' || answer.unclear.length > 0
  return { consent: answer.consent, read: mail.map(({ header: name }) => name), isSaid }
}

const each = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Lines such as `Newsletter=ja; SMS=nein`. */
const columnsOf = (line: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    line
      .split('; ')
      .map((column) => [
        column.slice(0, column.indexOf('=')).trim(),
        column.slice(column.indexOf('=') + 1).trim(),
      ]),
  )

const table = {
  yes: `
    Accepts Email Marketing=yes; Accepts SMS Marketing=no; Accepts WhatsApp Marketing=no
    Accepts Marketing=yes
    Email Subscription Status=subscribed; Instant Profile=No
    Marketing Allowed=true
    Email Marketing Consent=SUBSCRIBED; Email Suppressions=
    Email Marketing Consent=SUBSCRIBED; Email Suppressions=[]
    Email Marketing Consent=Subscribe
    Email Marketing Consent=2024-01-01T10:00:00
    Consent=['email','web']
    Consent=["email"]
    Email status=Active; Email permission status=Express
    Subscribed=2024-05-01
    Subscribed=2024-05-01 10:00:00; Unsubscribed=
    Email subscriber status=Subscribed; SMS subscriber status=Unsubscribed
    Newsletter=1; Partner offers=0
    subscribed_to_emails=true
    opted_in=t; is_unsubscribed=f; is_blocked=f
    opted_in=T; is_unsubscribed=F
    Newsletter=yes; Do not email=f
    Newsletter=yes; Do not email=☐
    Newsletter=yes; Do not email=allowed
    Newsletter=yes; Do not email=no restriction
    Newsletter=yes; Opt-out=Opted in
    Newsletter=yes; Opt-out=not opted out
    Newsletter=yes; Opt-out=0.0
    Newsletter=yes; Opt-out=FALSCH
    Newsletter=1; Unsubscribed at=0000-00-00 00:00:00
    Newsletter=1; Unsubscribed at=00.00.0000
    Newsletter=1; Unsubscribed at=00/00/0000
    Newsletter=1; Unsubscribed at=1970-01-01
    Newsletter=1; Unsubscribed at=never
    Newsletter=1; Unsubscribed at=NULL
    Newsletter=1; Bounces=3
    Newsletter=1; Bounce count=0; Complaints=0
    Newsletter=1; Unsubscribe link=https://x.example/u
    Newsletter=1; Unsubscribe URL=https://x.example/u
    Newsletter=1; Unsubscribe token=abc
    Newsletter=yes; No. of emails=5
    Newsletter=yes; No. emails sent=12
    Newsletter=ja; Mahnsperre=ja; Liefersperre=ja; Kreditsperre=ja; Kontosperre=ja
    Newsletter=yes; Do not delete=yes
    Newsletter=yes; Do not send invoices by email=yes
    Newsletter=yes; Opt out of loyalty=yes
    Newsletter=yes; Survey opt-out=yes; Analytics opt-out=yes
    Newsletter=oui; Ne pas appeler=oui; Opposition courrier=oui
    Newsletter=yes; Do not call=yes; No SMS=yes; LinkedIn opt-out=yes; TikTok marketing=no
    Newsletter=ja; Briefwerbung erlaubt=nein; Telefonwerbung=nein; Werbung per Post=nein
    Newsletter=yes; No discount=yes; Excluded from tax=yes; Reject cheques=yes; Credit blocked=yes
    Newsletter=yes; Tags=vip, newsletter; Note=Do not contact before noon
    Newsletter=yes; Tags=cancelled order, deleted account
    Newsletter=Yes please
    Newsletter=Ja gerne
    Newsletter=ja (2019)
    Newsletter=Yes - 2024-01-02
    Newsletter=oui, merci
    Newsletter=sì grazie
    Newsletter=Ja!
    Newsletter=abonné
    Newsletter=inscrit
    Newsletter=suscrito
    Newsletter=iscritto
    Newsletter=confirmed
    Newsletter=bestätigt
    Newsletter=Aktiv
    Newsletter=Opt-In
    Newsletter=Double Opt-In
    Newsletter=t
    Newsletter=1.0
    Newsletter=vrai
    Mailing allowed=yes
    Is subscribed=yes
    Marketing emails=yes
    May we email you?=yes
    OK to email=yes
    Newsletter=yes; Notes=Likes the newsletter. No ham.
    Newsletter=yes; Notes=Owns a mail order shop. Ask for Dr. No
    Mailing list=yes`,
  no: `
    Email Subscription Status=unsubscribed
    Email Unsubscribed=True
    Marketing Allowed=false
    do_not_email=1
    UNSUB_TIME=2026-03-01 10:00:00
    Email Marketing Consent=UNSUBSCRIBED
    Email Marketing Consent=SUBSCRIBED; Email Suppressions=USER_SUPPRESSED
    Email Marketing Consent=SUBSCRIBED; Email Suppressions=SPAM_COMPLAINT
    Email status=Unsubscribed; Email permission status=Express
    EMAIL_BLACKLISTED=Yes
    Unsubscribed from all email=true
    Email Opt Out=1
    Email subscriber status=Unsubscribed
    subscribed_to_emails=false
    Status=Unsubscribed
    Subscribed=2024-05-01; Unsubscribed=2025-01-01
    opted_in=t; is_unsubscribed=t
    opted_in=f
    Newsletter=nein
    Newsletter=nein; Partner=Eva
    Newsletter=unsubscribed; Offres partenaires=1
    Newsletter=f
    N'accepte pas les mails=oui
    Newsletter unerwünscht=ja
    Newsletter cancelled=yes
    Newsletter storniert=ja
    Newsletter beendet=ja
    Newsletter=ja; E-Mail unerwünscht=ja
    Newsletter=ja; Werbung unerwünscht=ja
    Newsletter=ja; Kein Mailing=ja
    Newsletter=oui; Pas de mailing=oui
    Newsletter=oui; Ne souhaite plus de mails=oui
    Newsletter=oui; Sans publicité=oui
    Newsletter=ja; Niet mailen=ja
    Newsletter=ja; Geen reclame=ja
    Newsletter=sì; Non contattare=sì
    Newsletter=sì; Non inviare newsletter=sì
    Newsletter=sí; Cliente no desea publicidad=sí
    Newsletter=sí; Sin publicidad=sí
    Newsletter=sim; Não enviar e-mails=sim
    Newsletter=tak; Nie wysyłać newslettera marketing=tak
    Newsletter=ja; Inga nyhetsbrev=ja
    Newsletter=ja; Ikke nyhedsbrev=ja
    Newsletter=ja; Widerspruch=ja
    Newsletter=ja; Widerspruch=2025-02-01
    Newsletter=ja; Widerspruch am=1.2.2025
    Newsletter=ja; Abmeldung=1.2.2025
    Newsletter=yes; Mailing allowed=no
    Newsletter=yes; Mailing list=no
    Newsletter=yes; Contact allowed=no
    Boletín=sí; Fecha baja=2024-01-01
    Boletín=sí; Baja=sí
    Nieuwsbrief=ja; Datum afmelding=2025-01-01
    Nieuwsbrief=ja; Afgemeld=ja
    Newsletter=yes; Do not email=Yes, please
    Newsletter=yes; Do not email=newsletter
    Newsletter=yes; Unsubscribe reason=too many
    Newsletter=yes; Opt-out date=1.2.24
    Newsletter=yes; Do not call or email=yes
    Newsletter=yes; Tags=vip, unsubscribed
    Newsletter=yes; Notes=Unsubscribed 2024
    Newsletter=yes; Notes=hat sich abgemeldet
    Newsletter=yes; Notes=bitte nicht anschreiben
    Newsletter=yes; Tags=no-newsletter
    Newsletter=yes but only by post
    Newsletter=yes; Do not email=no email
    Newsletter=yes; Notes=no email please
    Newsletter=yes; Notes=keine Mails
    Newsletter=No, opted out
    Newsletter=yes; Is subscribed=false
    Newsletter=yes; Marketing emails=no
    Newsletter=ja; Marketing E-Mails=nein
    Newsletter=yes; Promotional emails=no
    Newsletter=ja; Werbung per E-Mail=nein
    Newsletter=yes; May we email you?=no
    Newsletter=ja; Dürfen wir Ihnen mailen?=nein
    Newsletter=yes; OK to email=no
    Newsletter=yes; Can email=no
    Newsletter=yes; Mail OK=no
    Newsletter=ja; Darf angeschrieben werden=nein
    Newsletter=yes; Labels=* myContacts ::: Unsubscribed
    Newsletter=yes; Groups=Unsubscribed ::: * myContacts
    Newsletter=yes; Notes=No newsletter please
    Newsletter=ja; Notes=möchte keinen Newsletter mehr
    Newsletter=yes; Notes=VIP. No newsletter.
    Newsletter=yes; Notes=Doesn't want the newsletter. Likes ham.
    Newsletter=ja; Notes=Stammkunde! Bitte keine Werbung mehr
    Newsletter=oui; Notes=Pas de newsletter merci
    Newsletter=oui; Notes=Sans newsletter
    Newsletter=ja; Notes=Stammkundin. Ohne Newsletter
    Newsletter=No thanks`,
  unasked: `
    Accepts Email Marketing=no
    Accepts Email Marketing=; Accepts SMS Marketing=no; Accepts WhatsApp Marketing=yes
    Accepts WhatsApp Marketing=yes
    Accepts WhatsApp Marketing=no
    LinkedIn opt-in=yes
    TikTok marketing consent=yes
    WhatsApp Newsletter=ja
    Briefwerbung erlaubt=ja
    Email Subscription Status=unknown
    Email Unsubscribed=False
    Marketing Allowed=
    do_not_email=0
    Email Marketing Consent=NEVER_SUBSCRIBED
    Email Marketing Consent=FALSE
    Consent=['sms']
    Consent=[]
    Email status=Active; Email permission status=Implied
    EMAIL_BLACKLISTED=No; SMS_BLACKLISTED=Yes; WHATSAPP_BLACKLISTED=Yes
    Unsubscribed from all email=false
    Email Opt Out=false
    Email subscriber status=Never subscribed
    Newsletter=0; Partner offers=0
    Newsletter=No; Partner offers=1
    Newsletter=0; Offres partenaires=0
    Newsletter=0; Offres des partenaires=1
    Newsletter=0; Partnerangebote=0
    Newsletter=0; Angebote von Partnern=0
    Newsletter=0; Offerte dei partner=0
    Boletín de noticias=0; Ofertas de socios=0
    Boletín=0; Ofertas de los asociados=0
    Nieuwsbrief=0; Aanbiedingen van partners=0
    Newsletter=0; Oferty partnerów=0
    Nyhetsbrev=0; Partnererbjudanden=0
    Рассылка=0; Предложения партнеров=0
    Do not email=f
    Do not email=confirmed
    Unsubscribed=0000-00-00
    Contact allowed=yes
    Mail OK=yes
    Darf angeschrieben werden=ja`,
  /** Neither a yes nor a no that is kept, and the preview says so. */
  said: `
    Newsletter=yes; Do not email=ok
    Newsletter=yes; Do not email=perhaps
    Newsletter=yes; Do not email=never
    Newsletter=yes; DNC=1
    Newsletter=yes; Blacklist=yes
    Newsletter=ja; Sperre=ja
    Newsletter=yes; Opt-out premium=yes
    Newsletter=yes; Opt out of loyalty marketing=yes
    Newsletter=Yes (not SMS)
    Newsletter=yes, no SMS
    Newsletter=no problem
    Newsletter=yes until cancelled
    Newsletter=10
    Newsletter=vielleicht
    DNC=1
    Do not email=don't know
    Newsletter=yes; Do not email=don't know
    Newsletter=yes; Do not email=no email address
    Newsletter=yes; Notes=no email
    Newsletter=ja; Tags=VIP, keine E-Mail
    Notes=no email
    Newsletter=yes; Opt-in=weiß nicht
    Do not email=perhaps`,
} as const

for (const [wanted, lines] of Object.entries(table))
  test.each(each(lines).map((line) => [line]))(`${wanted}: %s`, (line) => {
    const { consent, isSaid } = lineOf(columnsOf(line))
    expect([line, wanted === 'said' && isSaid ? `said ${consent}` : consent]).toEqual([
      line,
      wanted === 'said' ? 'said unasked' : wanted,
    ])
  })

test.each(
  each(`
    Accepts WhatsApp Marketing=no
    LinkedIn opt-out=yes
    No. of emails=5
    Unsubscribe link=x
    Do not send invoices by email=yes
    Opt out of loyalty=yes
    Mahnsperre=ja
    Ne pas appeler=oui
    Survey opt-out=yes
    Partner offers=no
    Exclude VAT=yes
    Do not delete=yes
    Photo consent=no`).map((line) => [line]),
)('not taken: %s', (line) => {
  expect([line, lineOf(columnsOf(line)).read]).toEqual([line, []])
})

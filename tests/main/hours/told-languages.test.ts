import { expect, test } from 'vitest'
import type { Language } from '../../../src/core/out/languages.ts'
import { englishIn } from '../../support/english-words.ts'
import { testShop } from '../../support/shop.ts'

const day: [string, string][] = [
  ['07:00', '12:30'],
  ['14:00', '19:00'],
]

/** A shop of a country that is set up as an owner does, with hours, a holiday and a day of its own. */
async function shopIn(country: string, language?: Language) {
  const t = await testShop({ setUp: false, now: '2026-12-10T05:30:00Z' })
  await t.call('shop.setUp', { name: 'Anders', country, zone: 'Europe/Berlin', language })
  await t.call('shop.change', { address: 'Anders 1', email: 'anders@anders.example' })
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [['08:00', '14:00']] },
  })
  const christmas = (await t.call('hours.holidays', { year: 2026 })).find((one) => one.day === '2026-12-25')!
  await t.call('hours.decideHoliday', { day: christmas.day, name: christmas.name, decision: 'closed' })
  await t.call('hours.setSpecialDay', { day: '2026-12-28', to: '2026-12-30', closed: true, label: 'Anders' })
  await t.call('hours.setSpecialDay', { day: '2026-12-31', blocks: [['08:00', '12:00']], label: 'Anders' })
  return t
}

/** The words of a page, without its markup. */
const words = (html: string): string =>
  html
    .replace(/<!--[^]*?-->|<style[^>]*>[^]*?<\/style>|<title>[^]*?<\/title>|<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()

const said = {
  en: {
    country: 'GB',
    sign:
      'Anders Opening hours Monday–Friday 07:00–12:30 14:00–19:00 Saturday 08:00–14:00 Sunday closed Special days ' +
      'Friday 25 December Christmas Day closed Monday 28 December – Wednesday 30 December Anders closed ' +
      'Thursday 31 December Anders 08:00–12:00 As of Thursday 10 December 2026',
    late: 'We open at 07:20 today instead of 07:00. We are sorry.',
    lateSign: 'Anders We open at 07:20 today. We are sorry. Thursday 10 December 2026',
    pause: 'We are out for a moment and back at 10:30.',
    pauseSign: 'Anders Back at 10:30 Thursday 10 December 2026',
    special: 'Our hours on special days:\nFriday 25 December (Christmas Day): closed',
    open: 'We are open Monday to Friday from 07:00 to 12:30 and from 14:00 to 19:00, Saturday from 08:00 to 14:00. We are closed on Sunday.',
    period: 'From Monday 28 December to Wednesday 30 December we are closed.',
    closing:
      'We are closed from Monday 1 February 2027 to Friday 5 February 2027: Anders. We are back on Saturday 6 February 2027 at 08:00.',
    why: 'You get this newsletter because you said yes to news from Anders.',
    subject: 'December 2026: news from Anders',
    stop: 'Stop%20the%20newsletter%20NL-',
  },
  de: {
    country: 'DE',
    sign:
      'Anders Öffnungszeiten Montag–Freitag 07:00–12:30 14:00–19:00 Samstag 08:00–14:00 Sonntag geschlossen Sonderöffnungszeiten ' +
      'Freitag, 25. Dezember 1. Weihnachtstag geschlossen Montag, 28. Dezember – Mittwoch, 30. Dezember Anders geschlossen ' +
      'Donnerstag, 31. Dezember Anders 08:00–12:00 Stand: Donnerstag, 10. Dezember 2026',
    late: 'Wir öffnen heute um 07:20 Uhr statt um 07:00 Uhr. Bitte entschuldigen Sie.',
    lateSign: 'Anders Wir öffnen heute um 07:20 Uhr. Bitte entschuldigen Sie. Donnerstag, 10. Dezember 2026',
    pause: 'Wir sind kurz weg und um 10:30 Uhr wieder für Sie da.',
    pauseSign: 'Anders Wir sind um 10:30 Uhr zurück Donnerstag, 10. Dezember 2026',
    special: 'Unsere Sonderöffnungszeiten:\nFreitag, 25. Dezember (1. Weihnachtstag): geschlossen',
    open: 'Wir haben geöffnet: von Montag bis Freitag von 07:00 bis 12:30 Uhr und von 14:00 bis 19:00 Uhr, am Samstag von 08:00 bis 14:00 Uhr. Wir haben am Sonntag geschlossen.',
    period: 'Von Montag, 28. Dezember, bis Mittwoch, 30. Dezember, haben wir geschlossen.',
    closing:
      'Von Montag, 1. Februar 2027, bis Freitag, 5. Februar 2027, haben wir geschlossen: Anders. Am Samstag, 6. Februar 2027, um 08:00 Uhr sind wir wieder für Sie da.',
    why: 'Sie bekommen diesen Newsletter, weil Sie eingewilligt haben, Neuigkeiten von Anders zu erhalten.',
    subject: 'Dezember 2026: Neues von Anders',
    stop: 'Newsletter%20abbestellen%20NL-',
  },
  fr: {
    country: 'FR',
    sign:
      'Anders Horaires d’ouverture Lundi–vendredi 7h–12h30 14h–19h Samedi 8h–14h Dimanche fermé Horaires exceptionnels ' +
      'Vendredi 25 décembre Noël fermé Lundi 28 décembre – mercredi 30 décembre Anders fermé ' +
      'Jeudi 31 décembre Anders 8h–12h Mis à jour le jeudi 10 décembre 2026',
    late: 'Aujourd’hui, nous ouvrons à 7h20 au lieu de 7h. Veuillez nous excuser.',
    lateSign: 'Anders Aujourd’hui, nous ouvrons à 7h20 Veuillez nous excuser. Jeudi 10 décembre 2026',
    pause: 'Nous nous absentons un instant et serons de retour à 10h30.',
    pauseSign: 'Anders De retour à 10h30 Jeudi 10 décembre 2026',
    special: 'Nos horaires exceptionnels\u00a0:\nVendredi 25 décembre (Noël)\u00a0: fermé',
    open: 'Nous sommes ouverts du lundi au vendredi de 7h à 12h30 et de 14h à 19h, le samedi de 8h à 14h. Nous sommes fermés le dimanche.',
    period: 'Du lundi 28 décembre au mercredi 30 décembre, nous sommes fermés.',
    closing:
      'Du lundi 1er février 2027 au vendredi 5 février 2027, nous sommes fermés\u00a0: Anders. Nous serons de retour le samedi 6 février 2027 à 8h.',
    why: 'Vous recevez cette lettre d’information parce que vous avez donné votre accord à Anders.',
    subject: 'Décembre 2026 : quoi de neuf ? – Anders',
    stop: 'D%C3%A9sabonnement%20de%20la%20lettre%20d%E2%80%99information%20NL-',
  },
  es: {
    country: 'ES',
    sign:
      'Anders Horario Lunes–viernes 7:00–12:30 14:00–19:00 Sábado 8:00–14:00 Domingo cerrado Horarios especiales ' +
      'Viernes 25 de diciembre Navidad cerrado Lunes 28 de diciembre – miércoles 30 de diciembre Anders cerrado ' +
      'Jueves 31 de diciembre Anders 8:00–12:00 Actualizado el jueves 10 de diciembre de 2026',
    late: 'Hoy abrimos a las 7:20 en lugar de a las 7:00. Disculpen las molestias.',
    lateSign: 'Anders Hoy abrimos a las 7:20 Disculpen las molestias. Jueves 10 de diciembre de 2026',
    pause: 'Hemos salido un momento y volvemos a las 10:30.',
    pauseSign: 'Anders Volvemos a las 10:30 Jueves 10 de diciembre de 2026',
    special: 'Nuestros horarios especiales:\nViernes 25 de diciembre (Navidad): cerrado',
    open: 'Abrimos de lunes a viernes de 7:00 a 12:30 y de 14:00 a 19:00, los sábados de 8:00 a 14:00. Cerramos los domingos.',
    period: 'Del lunes 28 de diciembre al miércoles 30 de diciembre cerramos.',
    closing:
      'Del lunes 1 de febrero de 2027 al viernes 5 de febrero de 2027 cerramos: Anders. Volvemos el sábado 6 de febrero de 2027 a las 8:00.',
    why: 'Recibe este boletín porque aceptó recibir noticias de Anders.',
    subject: 'Diciembre de 2026: novedades de Anders',
    stop: 'Baja%20del%20bolet%C3%ADn%20NL-',
  },
  it: {
    country: 'IT',
    sign:
      'Anders Orari di apertura Lunedì–venerdì 07:00–12:30 14:00–19:00 Sabato 08:00–14:00 Domenica chiuso Orari straordinari ' +
      'Venerdì 25 dicembre Natale chiuso Lunedì 28 dicembre – mercoledì 30 dicembre Anders chiuso ' +
      'Giovedì 31 dicembre Anders 08:00–12:00 Aggiornato a giovedì 10 dicembre 2026',
    late: 'Oggi apriamo alle 07:20 anziché alle 07:00. Ci scusiamo per il disagio.',
    lateSign: 'Anders Oggi apriamo alle 07:20 Ci scusiamo per il disagio. Giovedì 10 dicembre 2026',
    pause: 'Siamo fuori per un momento e torniamo alle 10:30.',
    pauseSign: 'Anders Torniamo alle 10:30 Giovedì 10 dicembre 2026',
    special: 'I nostri orari straordinari:\nVenerdì 25 dicembre (Natale): chiuso',
    open: 'Siamo aperti dal lunedì al venerdì dalle 07:00 alle 12:30 e dalle 14:00 alle 19:00, il sabato dalle 08:00 alle 14:00. Siamo chiusi la domenica.',
    period: 'Da lunedì 28 dicembre a mercoledì 30 dicembre siamo chiusi.',
    closing:
      'Da lunedì 1º febbraio 2027 a venerdì 5 febbraio 2027 siamo chiusi: Anders. Riapriamo sabato 6 febbraio 2027 alle 08:00.',
    why: 'Riceve questa newsletter perché ha accettato di ricevere le novità di Anders.',
    subject: 'Dicembre 2026: novità da Anders',
    stop: 'Annullare%20l%E2%80%99iscrizione%20alla%20newsletter%20NL-',
  },
  nl: {
    country: 'NL',
    sign:
      'Anders Openingstijden Maandag–vrijdag 07:00–12:30 14:00–19:00 Zaterdag 08:00–14:00 Zondag gesloten Afwijkende openingstijden ' +
      'Vrijdag 25 december Eerste kerstdag gesloten Maandag 28 december – woensdag 30 december Anders gesloten ' +
      'Donderdag 31 december Anders 08:00–12:00 Bijgewerkt op donderdag 10 december 2026',
    late: 'Vandaag openen wij om 07:20 uur in plaats van om 07:00 uur. Onze excuses.',
    lateSign: 'Anders Vandaag openen wij om 07:20 uur. Onze excuses. Donderdag 10 december 2026',
    pause: 'Wij zijn even weg en om 10:30 uur terug.',
    pauseSign: 'Anders Wij zijn om 10:30 uur terug Donderdag 10 december 2026',
    special: 'Onze afwijkende openingstijden:\nVrijdag 25 december (Eerste kerstdag): gesloten',
    open: 'Wij zijn geopend van maandag tot en met vrijdag van 07:00 tot 12:30 uur en van 14:00 tot 19:00 uur, op zaterdag van 08:00 tot 14:00 uur. Wij zijn gesloten op zondag.',
    period: 'Van maandag 28 december tot en met woensdag 30 december zijn wij gesloten.',
    closing:
      'Van maandag 1 februari 2027 tot en met vrijdag 5 februari 2027 zijn wij gesloten: Anders. Op zaterdag 6 februari 2027 om 08:00 uur zijn wij er weer.',
    why: 'U ontvangt deze nieuwsbrief omdat u ja hebt gezegd tegen nieuws van Anders.',
    subject: 'December 2026: nieuws van Anders',
    stop: 'Afmelden%20voor%20de%20nieuwsbrief%20NL-',
  },
} as const satisfies Record<Language, unknown>

test.each(Object.keys(said) as Language[])(
  'signs, notices, the telephone and a newsletter in %s, and nothing in English beside it',
  async (language) => {
    const expected = said[language]
    const t = await shopIn(expected.country)
    expect((await t.call('shop.details', {}))!.language).toBe(language)
    const { html: sign } = await t.call('hours.sign', { paper: 'A4' })
    expect(sign).toContain(`<html lang="${language}">`)
    expect(words(sign)).toBe(expected.sign)
    const { html: holidays } = await t.call('hours.sign', { paper: 'A4', kind: 'holidays' })
    const late = await t.call('hours.notice', { kind: 'late', at: '07:20' })
    expect(late.text).toBe(expected.late)
    const { html: lateSign } = await t.call('hours.sign', { paper: 'A5', kind: 'late', at: '07:20' })
    expect(words(lateSign)).toBe(expected.lateSign)
    t.now = Date.parse('2026-12-10T06:30:00Z')
    const wasLate = await t.call('hours.notice', { kind: 'late', at: '07:20' })
    const pause = await t.call('hours.notice', { kind: 'pause', at: '10:30' })
    expect(pause.text).toBe(expected.pause)
    const { html: pauseSign } = await t.call('hours.sign', { paper: 'A5', kind: 'pause', at: '10:30' })
    expect(words(pauseSign)).toBe(expected.pauseSign)
    const special = await t.call('hours.notice', { kind: 'holidays' })
    expect(special.text.startsWith(expected.special)).toBe(true)
    const { text: phone } = await t.call('hours.voicemail', {})
    expect(phone).toContain(expected.open)
    expect(phone).toContain(expected.period)

    const away = { from: '2027-02-01', to: '2027-02-05', label: 'Anders' }
    const { texts } = await t.call('hours.closing', away)
    expect(texts.web).toBe(expected.closing)
    const { html: awaySign } = await t.call('hours.sign', {
      paper: 'A4',
      kind: 'closing',
      from: away.from,
      to: away.to,
    })

    const { id: issueId } = await t.call('newsletter.create', {})
    await t.call('newsletter.append', {
      block: { kind: 'offer', title: 'Anders', text: '{{first name}}', code: 'ANDERS', ends: '2026-12-24' },
    })
    const mail = await t.call('newsletter.preview', { issueId })
    expect(mail.subject).toBe(expected.subject)
    expect(mail.text).toContain(expected.why)
    expect(mail.html).toContain(`lang="${language}"`)
    expect(mail.html).toContain(expected.stop)

    if (language === 'en') return
    const all = [
      words(sign),
      words(awaySign),
      texts.web,
      texts.voicemail,
      words(holidays),
      words(lateSign),
      words(pauseSign),
      phone,
      mail.subject,
      mail.text,
      words(mail.html),
    ]
    const notices = [late, wasLate, pause, special].flatMap(({ text, dated }) => [text, dated])
    for (const text of [...all, ...notices])
      expect(englishIn(text.replace(/\S+\.example/g, ''), language), text).toEqual([])
  },
)

test('a sign in a language speaks it whatever name a holiday was written down by', async () => {
  const t = await shopIn('CH', 'fr')
  const label = async (language: Language) => {
    await t.call('shop.change', { language })
    return /<p class="label" dir="auto">([^<]+)/.exec((await t.call('hours.sign', { paper: 'A4' })).html)![1]
  }
  expect([await label('fr'), await label('it'), await label('de'), await label('en')]).toEqual([
    'Noël',
    'Natale',
    'Weihnachtstag',
    'Christmas Day',
  ])
  // Decided by its German name, as lists of the country call it.
  await t.call('hours.decideHoliday', { day: '2026-12-25', name: 'Weihnachtstag', decision: 'closed' })
  expect(await label('fr')).toBe('Noël')
})

import { expect, test } from 'vitest'
import { dayNames } from '../../../src/core/out/dates.ts'
import { languages, languagesOf, plainLanguage, proposedLanguage, spokenLanguage } from '../../../src/core/out/languages.ts'
import { voiceOf } from '../../../src/core/out/voice.ts'

const speaking = (language: string, country = '') => voiceOf({ language, country })

test('a shop speaks as its country does, and where that has several languages it is asked', () => {
  const one = { DE: 'de', AT: 'de', FR: 'fr', ES: 'es', MX: 'es', IT: 'it', NL: 'nl', GB: 'en', US: 'en', PL: 'en', JP: 'en' }
  for (const [country, language] of Object.entries(one)) expect(plainLanguage(country), country).toBe(language)
  for (const country of ['CH', 'BE', 'LU', 'CA']) expect(plainLanguage(country), country).toBe('')
  expect(languagesOf('CH')).toEqual(['de', 'fr', 'it'])
  expect([spokenLanguage('BE', ''), spokenLanguage('BE', 'fr'), spokenLanguage('', '')]).toEqual(['nl', 'fr', 'en'])
  expect([proposedLanguage('CH', 'it-CH'), proposedLanguage('CH', 'en-US'), proposedLanguage('FR', 'de')]).toEqual([
    'it',
    '',
    'fr',
  ])
})

test('days and months are called as the Unicode CLDR calls them', () => {
  for (const language of languages) {
    const { formats, weekdays } = speaking(language)
    for (let n = 0; n < 12; n++) {
      const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, n, 15))
      expect(formats.month(`2027-${String(n + 1).padStart(2, '0')}`)).toContain(month)
    }
    const names = Array.from({ length: 7 }, (_, n) =>
      // The fourth of January 2027 is a Monday.
      new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, 0, 4 + n)),
    )
    expect(dayNames[language]).toEqual(names)
    expect(weekdays(0, 0).toLowerCase()).toBe(names[0]!.toLowerCase())
  }
})

test.each([
  ['en', 'GB', 'Friday 1 January 2027', '07:05', '13:00'],
  ['en', 'US', 'Friday, January 1, 2027', '7:05 AM', '1:00 PM'],
  ['de', 'DE', 'Freitag, 1. Januar 2027', '07:05', '13:00'],
  ['de', 'AT', 'Freitag, 1. Jänner 2027', '07:05', '13:00'],
  ['fr', 'FR', 'vendredi 1er janvier 2027', '7h05', '13h'],
  ['fr', 'CA', 'vendredi 1er janvier 2027', '7\u00a0h\u00a005', '13\u00a0h'],
  ['es', 'ES', 'viernes 1 de enero de 2027', '7:05', '13:00'],
  ['es', 'US', 'viernes 1 de enero de 2027', '7:05\u00a0a.\u00a0m.', '1:00\u00a0p.\u00a0m.'],
  ['it', 'IT', 'venerdì 1º gennaio 2027', '07:05', '13:00'],
  ['nl', 'NL', 'vrijdag 1 januari 2027', '07:05', '13:00'],
] as const)('%s in %s: %s, %s, %s', (language, country, day, early, late) => {
  const { formats } = speaking(language, country)
  expect([formats.fullDay('2027-01-01'), formats.time('07:05'), formats.time('13:00')]).toEqual([day, early, late])
  expect(formats.spoken('2027-01-01', '2027-01-01')).not.toContain('2027')
  expect(formats.spoken('2027-01-01', '2026-12-31')).toContain('2027')
})

const both = [
  ['07:00', '12:00'],
  ['14:00', '00:00'],
] as const

test.each([
  ['en', 'Monday–Friday', 'Monday to Friday', 'Saturday and Sunday', 'from 07:00 to 12:00 and from 14:00 to midnight'],
  ['de', 'Montag–Freitag', 'von Montag bis Freitag', 'am Samstag und Sonntag', 'von 07:00 bis 12:00 Uhr und von 14:00 bis 24:00 Uhr'],
  ['fr', 'Lundi–vendredi', 'du lundi au vendredi', 'le samedi et le dimanche', 'de 7h à 12h et de 14h à minuit'],
  ['es', 'Lunes–viernes', 'de lunes a viernes', 'los sábados y domingos', 'de 7:00 a 12:00 y de 14:00 a medianoche'],
  ['it', 'Lunedì–venerdì', 'dal lunedì al venerdì', 'il sabato e la domenica', 'dalle 07:00 alle 12:00 e dalle 14:00 alle 24:00'],
  ['nl', 'Maandag–vrijdag', 'van maandag tot en met vrijdag', 'op zaterdag en zondag', 'van 07:00 tot 12:00 uur en van 14:00 tot 24:00 uur'],
] as const)('%s puts days and hours together', (language, line, said, two, hours) => {
  const voice = speaking(language, 'DE')
  expect([voice.weekdays(0, 4), voice.spokenWeekdays(0, 4), voice.spokenWeekdays(5, 6), voice.spokenSpans(both)]).toEqual([
    line,
    said,
    two,
    hours,
  ])
  expect(voice.spokenSpans([['00:00', '00:00']])).not.toContain('00:00')
})

test('what stands before a value goes with it', () => {
  const spanish = speaking('es', 'ES')
  const back = (wall: string) => spanish.say('door.back', { time: spanish.formats.time(wall) })
  expect([back('01:00'), back('10:30'), back('13:00')]).toEqual([
    'Volvemos a la 1:00',
    'Volvemos a las 10:30',
    'Volvemos a las 13:00',
  ])
  const italian = speaking('it', 'IT')
  const until = (day: string) => italian.say('mail.until', { day: italian.formats.longDate(day) })
  expect(['2027-01-01', '2027-01-08', '2027-01-11', '2027-01-18'].map(until)).toEqual([
    'Fino al 1º gennaio 2027',
    'Fino all’8 gennaio 2027',
    'Fino all’11 gennaio 2027',
    'Fino al 18 gennaio 2027',
  ])
  const days = { day: italian.formats.spoken('2026-12-24', '2026-12-01') }
  expect(italian.say('phone.closedOn', days)).toBe('Giovedì 24 dicembre siamo chiusi.')
})

test('a shop’s own words take the place of the standard ones, with the reader’s field as it is', () => {
  const voice = voiceOf({ country: 'DE', language: 'de' }, { 'door.back': 'Gleich zurück, um {time}', 'letter.hello': 'Hallo {{first name}},' })
  expect(voice.say('door.back', { time: '10:30' })).toBe('Gleich zurück, um 10:30')
  expect(voice.say('letter.hello')).toBe('Hallo {{first name}},')
  expect(voice.say('door.hours')).toBe('Öffnungszeiten')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseClosing } from '../../../../src/core/hours/closing/entry.ts'
import { mayBeDays } from '../../../../src/core/hours/closing/reason.ts'
import { ok } from '../../../../src/core/result.ts'
import { runs } from '../../../support/runs.ts'
import { reasons } from './reasons.ts'

/** A Wednesday. */
const today = '2026-11-25'

test('there are enough of them', () => expect(new Set(reasons).size).toBeGreaterThan(400))

test.each(reasons)('“%s” is a reason, and is not asked about', (reason) => {
  for (const days of ['today', '24.12.-2.1.', 'bis Freitag', 'demain', 'di-fr'])
    for (const by of [', ', ' - '])
      expect(parseClosing(`${days}, ${reason}`, '2026-11-24', 'day-first'), days + by).not.toMatchObject(
        ok({ unsure: true }),
      )
})

test.each(
  'Betriebsferien|Sommerferien|Weihnachtsferien|Christmas holidays|Christmas and New Year|vacances|vacances d’hiver|vacaciones|vacanze|vakantie|kerstvakantie|Weihnachten und Neujahr|fêtes de fin d’année|family until soon'.split(
    '|',
  ),
)('“%s” is a reason of several days, and of one day is asked about', (reason) => {
  expect(mayBeDays(reason, false)).toBe(false)
  expect(mayBeDays(reason, true)).toBe(true)
})

test.each([
  'heute krank und morgen',
  'today, ill, and tomorrow',
  'oggi malato e domani',
  'vandaag ziek en morgen',
  'hoy enfermo y mañana',
  'hoy enfermo y manana',
  'aujourd’hui malade et demain',
  'today, maybe tomorrow',
  'today, perhaps longer',
  'heute, evtl. auch mehr',
  'today, ill, reopening Mon',
  'today, ill, back Thu',
  'today, ill, back on Sat',
  'today ill, until Fri',
  'heute, wieder offen ab Mo',
  'heute krank, wieder da ab Do',
  'heute krank, ab Mo wieder offen',
  'heute krank Do',
  'heute krank, So auch',
  'heute krank, Mo/Di',
  'heute krank bis Mo.',
  'demain, retour lun',
  'demain malade, retour le lun',
  'demain, malade jusqu’à ven',
  'oggi malato, riapertura lun',
  'hoy enfermo, vuelta el lun',
  'vandaag ziek, weer open vanaf ma',
  'vandaag ziek, ma ook',
  '24.12.-2.1., Sat open',
  '24.12.-2.1., Familie, Mo offen',
  '24.12.-2.1., ill, sat-sun ok',
  '24.12.-2.1., congés, réouverture en mars',
  '24.12.-2.1., family, back in March',
  '24.12.-2.1., Familie, Rückkehr im Februar',
  'today, ill and Dec',
  'Friday after next, stocktaking',
  'Freitag nach dem nächsten',
  'Friday last',
  'lunedì scorso',
  'vendredi dernier',
  'lunes pasado',
  'vrijdag volgende',
  'le vendredi suivant',
  'vendredi en huit',
  'Fri, opening at ten',
  'Fri, open from ten',
  'Fri, reduced hours',
  'Fr, verkürzte Öffnungszeiten',
  'Fr, öffnet um zehn',
  'ven, ouverture tardive',
  'ven, horaires réduits',
  'vie, horario reducido',
  'ven, orario ridotto',
  'vr, aangepaste openingstijden',
  'Fri, by appointment',
  'Freitag, Freitagvormittag',
  'today, dentist, vrijdagmiddag',
  'Fri, weekly',
  'today, for good',
  'today, back soon',
  'today, ill and Christmas',
  '24.12., Familie und Silvester',
  'today, ill?',
  'today, ill tom',
  'today ill, Xmas too',
  'heute krank & Folgetag',
  'demain malade, et après aussi',
  'today, no idea how long',
  'ven, fermeture anticipée',
  'vie, cierre anticipado',
  'Fr, Schließung vorzeitig',
  'Friday just gone',
  'Fri ill, Sat wedding',
  'Fri ill; sat wedding',
  'Fri wedding then Sat fair',
  'Fri (ill) & Sat (wedding)',
  'vendredi malade, mar mariage',
  'heute krank und Sa Hochzeit',
])('“%s” may be other days, and is asked about', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ unsure: true }))
})

const ands = [
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  '&',
  '+',
  ', ',
  'until',
  'bis',
  'jusqu’à',
  'reopening',
  'wieder ab',
]
const moreDays = [
  'tomorrow morgen demain mañana domani today heute hoy oggi vandaag übermorgen overmorgen dopodomani',
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun tues thurs weds',
  'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Sonnabend Mo Di Mi Do Fr Sa So',
  'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar jeu ven sam dim',
  'lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica lun mar gio ven sab dom',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo',
  'January februar décembre diciembre settembre oktober 24.12. 5/12 12',
].flatMap((names) => names.split(' '))

test('another day behind a reason, in any language, is never passed over', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'today',
        'heute',
        'demain',
        'fri',
        'di-fr',
        '24.12.-2.1.',
        'until Friday',
        '24 dec to 2 jan',
      ),
      fc.constantFrom(', ', ' ', ': ', ' - '),
      fc.constantFrom(...reasons),
      fc.constantFrom(...ands),
      fc.constantFrom(...moreDays),
      fc.constantFrom('', '.', ' too', ', sorry', ' open', ' geschlossen'),
      (days, by, reason, and, more, end) => {
        const read = parseClosing(`${days}${by}${reason} ${and} ${more}${end}`, today, 'day-first')
        expect(!read.ok || read.value.unsure === true).toBe(true)
      },
    ),
    runs(2_000),
  )
})

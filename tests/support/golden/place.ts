import type { Told } from './told.ts'

/** The shop, its details and its checklists. */
export async function shop({ call, at }: Told): Promise<void> {
  at('2026-11-23T06:00:00Z')
  await call('shop.begin', {
    name: 'Käse & Brot',
    country: 'DE',
    region: 'BY',
    zone: 'Europe/Berlin',
    address: 'Am Markt 1, 80331 München',
    week: {
      mon: [['08:00', '18:00']],
      tue: [
        ['08:00', '12:00'],
        ['14:00', '18:00'],
      ],
      wed: [['08:00', '18:00']],
      thu: [['08:00', '18:00']],
      fri: [['18:00', '02:00']],
    },
  })
  await call('shop.change', { email: 'shop@corner.example', phone: '089 1234', cadenceDays: 30 })
  await call('shop.setWords', { message: 'door.back', words: 'Gleich zurück, um {time} Uhr' })
  for (const text of ['Lights on', 'Milk in', 'Old line'])
    await call('checklists.saveLine', { part: 'opening', text })
  await call('checklists.saveLine', { part: 'closing', weekday: 5, text: 'Till counted' })
  await call('checklists.moveLine', { lineId: 2, up: true })
  await call('checklists.removeLine', { lineId: 3 })
  await call('checklists.printed', { week: '2026-W48' })
  for (const name of ['Björn Größe', 'Mia Lang', 'Old Hand']) await call('staff.save', { name })
  await call('staff.save', { staffId: 2, name: 'Mia Lang', initials: 'Mi' })
  await call('staff.retire', { staffId: 3 })
}

/** Four days of openings, seen, told, corrected, asked for; pauses, special days and holidays. */
export async function hours({ call, at }: Told): Promise<void> {
  at('2026-11-23T07:20:00Z')
  const late = await call('hours.log', { event: 'open' })
  await call('hours.explain', { entryId: late.id, reason: 'Snow on the road' })
  await call('hours.correct', { entryId: late.id, at: '2026-11-23T08:05', reason: 'The clock was wrong' })
  await call('hours.pause', { until: '11:30', note: 'At the bank' })
  await call('hours.endPause', {})
  at('2026-11-25T06:55:00Z')
  await call('hours.reconstructClose', { day: '2026-11-23' })
  await call('hours.answerDay', {
    day: '2026-11-24',
    answers: [
      { event: 'open', forMs: Date.parse('2026-11-24T07:00:00Z'), answer: 'did not' },
      { event: 'close', forMs: Date.parse('2026-11-24T11:00:00Z'), answer: 'not known' },
    ],
  })
  at('2026-11-25T07:30:00Z')
  await call('hours.log', { event: 'open', at: '2026-11-25T07:58', pcOff: true })
  await call('hours.pause', { until: '10:00' })
  await call('hours.setSchedule', { validFrom: '2026-12-07', week: { sat: [['09:00', '24:00']] } })
  await call('hours.setSpecialDay', {
    day: '2026-12-23',
    yearly: true,
    blocks: [['08:00', '22:00']],
    label: 'Long evening',
  })
  await call('hours.setSpecialDay', {
    day: '2026-12-28',
    to: '2026-12-30',
    closed: true,
    label: 'Stocktaking',
    reason: 'Counted by hand',
  })
  const holidays = await call('hours.holidays', { year: 2026 })
  const [first, second] = holidays.filter(({ day }) => day > '2026-11-25')
  await call('hours.decideHoliday', { ...named(first!), decision: 'as usual' })
  await call('hours.decideHoliday', { ...named(second!), decision: 'closed' })
}

const named = ({ day, name }: { readonly day: string; readonly name: string }) => ({ day, name })

import { expect, test } from 'vitest'
import { weekdays } from '../../../src/core/hours/week.ts'
import { testShop } from '../../support/shop.ts'

const day = '9999-12-31'
const night: [string, string][] = [['20:00', '02:00']]
const week = Object.fromEntries(weekdays.map((name) => [name, night]))

/** Each call of the hours that takes a day, with the last day there is. */
const asked: readonly (readonly [string, object])[] = [
  ['hours.setSchedule', { validFrom: day, week }],
  ['hours.previewSchedule', { validFrom: day, week }],
  ['hours.removeSchedule', { validFrom: day }],
  ['hours.schedule', { day }],
  ['hours.week', { day }],
  ['hours.setSpecialDay', { day, blocks: night, label: 'Late' }],
  ['hours.opensToo', { from: day, to: day, yearly: false }],
  ['hours.specialDays', { from: day, to: day }],
  ['hours.entries', { from: day, to: day }],
  ['hours.adherence', { from: day, to: day }],
  ['hours.reconstructClose', { day }],
  ['hours.answerDay', { day, answers: [{ event: 'close', forMs: 0, answer: 'as scheduled' }] }],
]

test.each(asked)(
  '%s of a bar open past midnight answers about the last day there is',
  async (name, input) => {
    const t = await testShop()
    await t.call('hours.setSchedule', { validFrom: '2026-01-01', week })
    const { result } = await t.answer(name, input)
    if (!result.ok) expect(result.problem.message).toMatch(/before the year 9000|no opening hours begin/i)
  },
)

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderWords, saysYes, stateOf } from '../../../src/core/customers/order-states.ts'

const sales = [
  'paid',
  'completed',
  'Closed',
  'wc-processing',
  'pending',
  'on-hold',
  'unpaid',
  'authorized',
  'LAYBY',
  'offen',
  'not refunded',
  'Not yet refunded',
  'unrefunded',
  'nicht storniert',
  'ohne Rückgabe',
  'non remboursé',
  'no reembolsado',
  'niet geannuleerd',
  'inte återbetald',
  'Return requested',
  'refund pending',
  'Refund declined',
  'Rückgabe beantragt',
  'partially_refunded',
  'partially-refunded',
  'PartiallyRefunded',
  'Refunded (partial)',
  'teilweise erstattet',
  'Partially cancelled',
  '',
  'Abholung am Montag',
]
const none = [
  'refunded',
  'FullyRefunded',
  'VOIDED',
  'wc-cancelled',
  'Canceled, declined',
  'not paid, cancelled',
  'storniert',
  'Erstattet',
  'annulé',
  'devuelto',
  'failed',
  'expired',
  'declined',
  'Rejected',
  'deleted',
  'gelöscht',
  'trash',
  'checkout-draft',
  'pending payment',
  'Payment pending',
  'awaiting payment',
  'Warten auf Zahlung',
  'quote',
  'Angebot',
  'devis',
  'presupuesto',
  'Unvollständig',
  'parked',
]

test.each(sales)('“%s” is a sale', (state) => expect(stateOf(state)).toBe('sale'))
test.each(none)('“%s” is none', (state) => expect(stateOf(state)).toBe('none'))

const wordsOf = (text: string | undefined) =>
  (text ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one) => one.replaceAll('_', ' '))

test.each(Object.entries(orderWords))(
  'each word of %s means what the table says, and no other does',
  (_, of) => {
    for (const word of [...wordsOf(of.stands), ...wordsOf(of.open)])
      expect([word, stateOf(word)]).toEqual([word, 'sale'])
    for (const word of [...wordsOf(of.never), ...wordsOf(of.cancelled), ...wordsOf(of.refunded)]) {
      expect([word, stateOf(word)]).toEqual([word, 'none'])
      for (const not of wordsOf(of.not))
        expect([not, word, stateOf(`${not} ${word}`)]).toEqual([not, word, 'sale'])
    }
    for (const word of [...wordsOf(of.cancelled), ...wordsOf(of.refunded)])
      for (const part of wordsOf(of.part)) {
        expect([part, word, stateOf(`${part} ${word}`)]).toEqual([part, word, 'sale'])
        expect([part, word, stateOf(`${word} (${part})`)]).toEqual([part, word, 'sale'])
      }
    for (const word of wordsOf(of.refunded))
      for (const asked of wordsOf(of.asked))
        expect([asked, word, stateOf(`${word} ${asked}`)]).toEqual([asked, word, 'sale'])
  },
)

test('how a state is written changes nothing: case, marks, lines', () => {
  const written = fc.record({
    state: fc.constantFrom(...sales, ...none),
    upper: fc.boolean(),
    join: fc.constantFrom('-', '_', ' ', '  '),
    around: fc.constantFrom(['', ''], ['(', ')'], [' ', '.']),
  })
  fc.assert(
    fc.property(written, ({ state, upper, join, around: [before = '', after = ''] }) => {
      const joined = before + state.replaceAll(' ', join) + after
      // In capitals alone nothing parts “PartiallyRefunded”.
      const as = upper && !/\p{Ll}\p{Lu}/u.test(state) ? joined.toUpperCase() : joined
      expect([as, stateOf(as)]).toEqual([as, stateOf(state)])
    }),
  )
})

test.each([
  'n/a',
  '-',
  'null',
  '0',
  '0000-00-00',
  '0000-00-00 00:00:00',
  'FALSE',
  'no',
  'nein',
  'Non',
  '',
  ' ',
])('“%s” in a column of cancelled ones says no', (cell) => expect(saysYes(cell)).toBe(false))
test.each(['2026-10-05 10:00:00 +0200', 'yes', 'TRUE', '1', 'ja', 'x', '✓', '05.10.2026'])(
  '“%s” in a column of cancelled ones says yes',
  (cell) => expect(saysYes(cell)).toBe(true),
)

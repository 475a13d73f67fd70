import { localAt } from '../../src/core/day.ts'
import type { Shown } from './shown.ts'

/** People as they are called where shops are: long, in two parts, from right to left, without spaces. */
const people = [
  ['Maximiliane Freifrau von Hohenlohe-Waldenburg-Schillingsfürst', 'Bad Mergentheim-Markelsheim'],
  ['عبد الرحمن بن محمد الأنصاري القرطبي', 'الدار البيضاء'],
  ['欧阳娜娜', '呼和浩特市新城区'],
  ['María del Carmen Fernández de Córdoba y Álvarez de Toledo', 'Villanueva de la Serena'],
  ['Oluwaseun Adébáyọ̀ Ògúnbánjọ', 'Bùrọ́ọ̀bù'],
  ['Bo', 'Å'],
] as const

/** Their names alone. */
export const peopleOfTheWorld: readonly string[] = people.map(([name]) => name)

const wares = [
  'Dinkel-Vollkorn-Sauerteigbrot mit Sonnenblumenkernen, geschnitten',
  'خبز القمح الكامل بالعسل والسمسم',
  '全麦酸种面包配葵花籽',
  'Tarte',
] as const

/** Sets up a bakery whose people and wares have such names, each with something that waits today. */
export async function fillWithNamesOfTheWorld({ call }: Pick<Shown, 'call'>, now: number): Promise<void> {
  await call('shop.setUp', { name: 'Bäckerei Đặng & Söhne · مخبز', country: 'DE', zone: 'Europe/Berlin' })
  await call('shop.change', { address: 'Lange Straße 1, 97980 Bad Mergentheim', email: 'shop@example.com' })
  const customers: number[] = []
  for (const [nth, [name, city]] of people.entries()) {
    const { id } = await call('customers.save', {
      name,
      city,
      company: `${name} & Co`,
      phone: nth === 3 ? '+49 7931 555301 23, +49 171 5550123' : `+49 7931 555${nth}01 2${nth}`,
      email: `reader${nth}.with.a.long.name@a-long-domain-name.example.com`,
    })
    await call('customers.setConsent', { customerIds: [id], answer: 'yes', source: 'at the till' })
    customers.push(id)
  }
  const day = (days: number) => localAt(now + days * 86_400_000, 'Europe/Berlin').slice(0, 10)
  for (const [nth, name] of wares.entries()) {
    const { id: productId } = await call('stock.saveProduct', {
      name,
      category: 'Brot und Gebäck',
      shelf: 'Regal links hinten, unten',
    })
    for (const days of [-1, 0, 2])
      await call('stock.addBatch', {
        productId,
        lot: `L-2026-${nth}${days + 9}`,
        quantity: 12.5,
        dateKind: days < 0 ? 'use-by' : 'best-before',
        date: day(days + nth),
      })
    const told = localAt(now + 1_800_000 + nth * 5_400_000, 'Europe/Berlin')
    await call('promises.make', { customerId: customers[nth]!, what: `3 × ${name}`, told, priceCap: '120' })
  }
  await call('checklists.saveLine', { part: 'opening', text: wares[0] })
  await call('newsletter.create', { subject: people[1][0], blocks: [{ kind: 'text', text: wares[1] }] })
}

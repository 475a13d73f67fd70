import { addDays, type Day } from '../day.ts'
import { doing, waitingOf, type KindWaiting } from '../today/item.ts'
import type { DueContact } from './answers.ts'
import type { customersCalls } from './calls.ts'

const action = doing<typeof customersCalls>()

/** Who should hear from the shop. */
export const peopleWaiting = (
  people: readonly Pick<DueContact, 'customerId' | 'name' | 'phone' | 'email' | 'reason'>[],
  today: Day,
): KindWaiting =>
  waitingOf(
    {
      harm: 'person',
      label: 'Get in touch',
      mark: 'none',
      words: ['customer to contact', 'customers to contact'],
      page: '/customers',
    },
    people.map(({ customerId, name, phone, email, reason }) => ({
      id: `person-${customerId}`,
      title: name,
      reach: { phone, email },
      reason,
      actions: [
        action('Called', 'customers.logTouch', { customerId, kind: 'call' }),
        action('Visited', 'customers.logTouch', { customerId, kind: 'visit' }),
        { ...action('Not today', 'customers.notToday', { customerId }), key: 'n' },
        action('In a week', 'customers.snooze', { customerId, until: addDays(today, 7) }),
      ],
    })),
  )

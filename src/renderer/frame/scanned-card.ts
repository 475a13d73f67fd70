import { notifications } from '@mantine/notifications'
import type { Call } from '../call.ts'
import { sayUnclaimed } from '../ui/scan.ts'

/** What no page took: the card of a customer notes that they came, and its toast takes it back; anything else is said. */
export async function scannedInFrame(call: Call, code: string): Promise<void> {
  const found = await call('customers.byCard', { code })
  const customer = found.ok ? found.value.customer : null
  if (!customer) return sayUnclaimed(code)
  const noted = await call('customers.visit', { customerId: customer.id })
  if (!noted.ok) notifications.show({ color: 'brick', withBorder: true, message: noted.problem.message })
}

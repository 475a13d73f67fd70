import { useDebouncedValue } from '@mantine/hooks'
import { useRead } from '../use-call.ts'
import { MustKnow } from './must-know.tsx'
import type { Who } from './who-input.tsx'

/** What must be known of whoever is meant: of the customer who was chosen, or of the only one who is called so. */
export function MustKnowOf({ who }: { readonly who: Who }) {
  const [name] = useDebouncedValue(who.name.trim(), 120)
  const isNamed = who.customerId === undefined && name !== '' && name === who.name.trim()
  const { value: alike } = useRead('customers.alike', { name }, { enabled: isNamed })
  const called = isNamed && alike?.total === 1 ? alike.rows[0]?.id : undefined
  const customerId = who.customerId ?? called
  const { value } = useRead(
    'customers.one',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== undefined },
  )
  const words = value?.id === customerId ? (value?.mustKnow ?? '') : ''
  return (
    <div aria-live="polite" hidden={words === ''}>
      <MustKnow words={words} />
    </div>
  )
}

import { Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import { customerPage } from '../../core/customers/page.ts'
import { EraseButton } from '../customers/erase-dialog.tsx'
import { useRead } from '../use-call.ts'

/** Who was erased and came back with the restored backup: each is opened, or erased again. */
export function ErasedBack() {
  const { value: people } = useRead('backups.erasedBack', {})
  if (!people || people.length === 0) return null
  return (
    <section aria-labelledby="erased-back-title">
      <Text fw={600} id="erased-back-title">
        {people.length === 1
          ? 'One who was erased is on file again'
          : `${people.length} who were erased are on file again`}
      </Text>
      <Text className="quiet">
        The restored backup was from before. They get no newsletter. Erase them again, unless they want to be
        kept.
      </Text>
      {people.map((customer) => (
        <Group key={customer.id} justify="space-between" gap="xs" wrap="nowrap" mt={4}>
          <Link href={customerPage(customer.id)} style={{ overflowWrap: 'anywhere' }}>
            {customer.name}
          </Link>
          <EraseButton customer={customer} label="Erase again…" onErased={() => {}} />
        </Group>
      ))}
    </section>
  )
}

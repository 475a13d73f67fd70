import { Divider, Stack, Text, Title } from '@mantine/core'
import { useRef } from 'react'
import { useAsked } from '../ui/use-asked.ts'
import { TiersList } from '../customers/tiers-list.tsx'
import { HearingForm } from './hearing-form.tsx'

/** How often people hear from the shop. */
export function HearingPanel() {
  const panel = useRef<HTMLDivElement>(null)
  // The palette asks by the page's address: `/settings?hearing`.
  useAsked('hearing', () => {
    panel.current?.scrollIntoView({ block: 'start' })
    panel.current?.querySelector('input')?.focus({ preventScroll: true })
  })
  return (
    <Stack ref={panel} className="panel" p="md" gap="sm" component="section" aria-labelledby="hearing-title">
      <div>
        <Title order={2} size={18} id="hearing-title">
          How often people hear from us
        </Title>
        <Text size="sm" className="quiet">
          Who has not is proposed on Today. A call, a note, a letter, a mail and a delivery start the days
          anew.
        </Text>
      </div>
      <HearingForm />
      <Divider />
      <Text size="sm" className="quiet">
        Some hear more or less often than everybody else: ideally after so many days, after at most so many it
        is overdue. Who is one of them is chosen on their page.
      </Text>
      <TiersList />
    </Stack>
  )
}

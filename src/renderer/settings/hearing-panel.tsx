import { Divider, Stack, Text, Title } from '@mantine/core'
import { TiersList } from '../customers/tiers-list.tsx'
import { HearingForm } from './hearing-form.tsx'

/** How often people hear from the shop. */
export function HearingPanel() {
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="hearing-title">
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

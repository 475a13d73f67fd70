import { Anchor, SimpleGrid, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { BackupsPanel } from '../backups/backups-panel.tsx'
import { MovePanel } from '../backups/move-panel.tsx'
import { StaffPanel } from '../staff/staff-panel.tsx'
import { Page } from '../ui/page.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { HearingPanel } from './hearing-panel.tsx'
import { LookSettings } from './look-settings.tsx'
import { RecentChanges } from './recent-changes.tsx'
import { ShopSettings } from './shop-settings.tsx'
import { VoicePanel } from './voice-panel.tsx'
import { WordsPanel } from './words-panel.tsx'

/** What belongs to the shop, what belongs to this PC, and the history of changes. */
export function SettingsPage() {
  // The palette asks by the page's address: `/settings?part=backups`.
  useAsked('part', (name) => {
    const part = document.querySelector(`[data-part="${CSS.escape(name)}"]`)
    part?.scrollIntoView({ block: 'start' })
    part?.querySelector<HTMLElement>('input, button, a')?.focus({ preventScroll: true })
  })
  return (
    <Page title="Settings">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack>
          <div data-part="shop">
            <ShopSettings />
          </div>
          <div data-part="hearing">
            <HearingPanel />
          </div>
          <VoicePanel />
        </Stack>
        <Stack>
          <div data-part="look">
            <LookSettings />
          </div>
          <div data-part="staff">
            <StaffPanel />
          </div>
          <RecentChanges />
          <Anchor lh="24px" display="inline-block" component={Link} href="/attributions" size="sm">
            Whose work Wellkept is made of
          </Anchor>
        </Stack>
      </SimpleGrid>
      <WordsPanel />
      <div data-part="backups">
        <BackupsPanel />
      </div>
      <MovePanel />
    </Page>
  )
}

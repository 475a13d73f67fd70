import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { stateWords, TurnButton } from '../history/turn-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'

/** The last changes by name and time; each can be taken back while nothing later stands on it. */
export function RecentChanges() {
  const formats = useFormats()
  const { zone } = useShop()
  const { value: acts = [] } = useRead('shop.acts', { limit: 12 })
  const undo = useWrite('shop.undo')
  const redo = useWrite('shop.redo')
  return (
    <Stack className="panel" p="md" gap="sm">
      <Group justify="space-between">
        <Title order={2} size={18}>
          Last changes
        </Title>
        <Anchor component={Link} href="/history" size="sm" lh="24px" display="inline-block">
          All changes
        </Anchor>
      </Group>
      <ProblemNote problem={undo.problem ?? redo.problem} />
      <div>
        {acts.map((act) => (
          <div key={act.id} className="row">
            <Text className="quiet figures" size="sm" miw={120}>
              {formats.instant(act.atMs, zone)}
            </Text>
            <span className="grow" style={{ overflowWrap: 'anywhere' }}>
              {act.undone ? <s>{act.says}</s> : act.says}
              {stateWords[act.state] && <span className="quiet">{` · ${stateWords[act.state]}`}</span>}
            </span>
            <TurnButton act={act} undo={undo} redo={redo} />
          </div>
        ))}
        {acts.length === 0 && <Text className="quiet">Nothing has been changed yet.</Text>}
      </div>
    </Stack>
  )
}

import { Button, Stack, Text, Title } from '@mantine/core'
import { formatInstant } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useRead, useWrite } from '../use-call.ts'

/** The last changes by name and time; each can be taken back while nothing later stands on it. */
export function RecentChanges() {
  const { zone } = useShop()
  const { value: acts = [] } = useRead('shop.acts', { limit: 12 })
  const undo = useWrite('shop.undo')
  return (
    <Stack className="panel" p="md" gap="sm">
      <Title order={2} size={18}>
        Last changes
      </Title>
      <ProblemNote problem={undo.problem} />
      <div>
        {acts.map((act) => (
          <div key={act.id} className="row">
            <Text className="quiet figures" size="sm" miw={120}>
              {formatInstant(act.atMs, zone)}
            </Text>
            <span className="grow clip" title={act.says}>
              {act.undone ? <s>{act.says}</s> : act.says}
            </span>
            {act.undone ? (
              <Text className="quiet" size="sm">
                undone
              </Text>
            ) : (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Undo: ${act.says}`}
                onClick={() => void undo.run({ actId: act.id })}
              >
                Undo
              </Button>
            )}
          </div>
        ))}
        {acts.length === 0 && <Text className="quiet">Nothing has been changed yet.</Text>}
      </div>
    </Stack>
  )
}

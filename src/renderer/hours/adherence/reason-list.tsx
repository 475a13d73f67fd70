import { Stack, Text, Title, UnstyledButton } from '@mantine/core'
import type { ReasonCount } from '../../../core/hours/figures.ts'
import { useFormats } from '../../ui/use-formats.ts'
import type { Drill } from './drill.ts'

interface ReasonListProps {
  readonly reasons: readonly ReasonCount[]
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

const most = 8

/** What was given as a reason, the most frequent first. */
export function ReasonList({ reasons, drill, onDrill }: ReasonListProps) {
  const formats = useFormats()
  const days = (count: number) => formats.counted(count, 'day', 'days')
  const [first] = reasons
  const left = reasons.length - most
  return (
    <Stack className="panel" p="md" gap="xs" h="100%" component="section" aria-label="Reasons">
      <Title order={3} size={16}>
        {first && first.count > 1 ? `The most frequent reason: ${first.reason}` : 'Reasons given'}
      </Title>
      {reasons.length === 0 && (
        <Text size="sm" className="quiet">
          None yet. After a late opening Wellkept asks once; the answers are counted here.
        </Text>
      )}
      {reasons.slice(0, most).map(({ reason, count }) => (
        <div key={reason} className="figures" style={{ display: 'flex', gap: 12 }}>
          <span className="grow" style={{ overflowWrap: 'anywhere' }}>
            {reason}
          </span>
          <UnstyledButton
            className="share-button"
            aria-label={`${reason}: ${days(count)}`}
            aria-pressed={drill?.kind === 'reason' && drill.reason === reason}
            onClick={() => onDrill({ kind: 'reason', reason })}
          >
            {days(count)}
          </UnstyledButton>
        </div>
      ))}
      {left > 0 && (
        <Text size="sm" className="quiet">
          {`${left === 1 ? 'One more reason' : `${formats.number(left)} more reasons`}, each in the table of the days.`}
        </Text>
      )}
    </Stack>
  )
}

import { Button, Group, Stack } from '@mantine/core'
import type { SecondPlace } from '../../core/backups/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { momentWords, useZone } from './words.ts'

/** The folder that gets a copy of each backup: which it is, how it stands, and how it becomes another. */
export function SecondPlaceLine({ place }: { readonly place: SecondPlace | null }) {
  const choose = useWrite('backups.choosePlace')
  const forget = useWrite('backups.forgetPlace')
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>{place ? <PlaceWords place={place} /> : nowhere}</div>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {place && (
            <Button size="compact-sm" variant="subtle" onClick={() => void forget.run({})}>
              Stop copying
            </Button>
          )}
          <Button
            size="compact-sm"
            variant={place ? 'subtle' : 'default'}
            loading={choose.busy}
            onClick={() => void choose.run({})}
          >
            {place ? 'Another folder…' : 'Choose a second place…'}
          </Button>
        </Group>
      </Group>
      <ProblemNote problem={choose.problem ?? forget.problem ?? place?.problem ?? undefined} />
    </Stack>
  )
}

const nowhere =
  'All backups are on this PC. Copies on a stick or in a folder of the network outlive a broken disk.'

function PlaceWords({ place: { name, away, copiedAtMs, problem } }: { readonly place: SecondPlace }) {
  const formats = useFormats()
  const zone = useZone()
  const last =
    copiedAtMs === null
      ? 'It has no copy yet.'
      : `Its last copy is of ${momentWords(copiedAtMs, zone, formats)}.`
  if (away)
    return (
      <StateMark mark="risk">
        {`The second place “${name}” is away. ${last} It gets what it lacks when it is back.`}
      </StateMark>
    )
  if (problem || copiedAtMs === null)
    return <StateMark mark="risk">{`The second place “${name}” lacks something. ${last}`}</StateMark>
  return (
    <StateMark mark="kept">
      {`The second place “${name}” had everything on ${momentWords(copiedAtMs, zone, formats)}.`}
    </StateMark>
  )
}

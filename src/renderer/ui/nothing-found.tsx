import { Button } from '@mantine/core'

interface NothingFoundProps {
  /** "Nobody found". */
  readonly says: string
  readonly text: string
  readonly onAdd: (name: string) => void
}

/** What was sought and is not there; it can be added by the name it was sought by. */
export function NothingFound({ says, text, onAdd }: NothingFoundProps) {
  return (
    <p className="quiet">
      {`${says} for “${text}”. Try fewer letters, or `}
      <Button size="compact-sm" variant="subtle" onClick={() => onAdd(text)}>
        {`add “${text}”`}
      </Button>
    </p>
  )
}

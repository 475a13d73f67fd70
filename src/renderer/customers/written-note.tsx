import { Button } from '@mantine/core'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** What was written to a file, and the way to its folder. */
export function WrittenNote({ words, handle }: { readonly words: string; readonly handle: string }) {
  const show = useWrite('files.show')
  return (
    <>
      <p className="exported" role="status">
        <span data-fact>{words}</span>
        <Button size="compact-sm" variant="default" onClick={() => void show.run({ path: handle })}>
          Show the folder
        </Button>
      </p>
      <ProblemNote problem={show.problem} />
    </>
  )
}

import { Button, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import type { PromiseBoard } from '../../core/promises/calls.ts'
import { allDays } from '../../core/promises/kept-ranges.ts'
import { ImportButton } from '../import/import-button.tsx'
import { openCapture } from '../ui/capture-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FindInput } from '../ui/find-input.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { BoardList } from './board-list.tsx'
import { KeptRates } from './kept-rates.tsx'
import './promises.css'

const firstRows = 50
const mostRows = 1000

/** Promises by harm, and how often the shop kept its word. */
export function PromisesPage() {
  const formats = useFormats()
  const [text, setText] = useState('')
  useAsked('find', setText)
  const [limit, setLimit] = useState(firstRows)
  const [sought] = useDebouncedValue(text, 80)
  const board = useRead('promises.board', { text: sought, limit }, { keepPrevious: true, live: true })
  const ever = useRead('promises.keptRate', allDays)
  const total = board.value ? Object.values(board.value).reduce((sum, group) => sum + group.total, 0) : 0
  const untouched = total === 0 && sought === '' && ever.value?.due === 0
  const onMore = limit < mostRows ? () => setLimit(Math.min(mostRows, limit * 5)) : undefined
  return (
    <Page
      title="Promises"
      finding={board.value && !untouched && findingOf(board.value, sought, formats)}
      actions={
        <>
          <ImportButton what="promises" />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openCapture('promise')}>
            New promise
          </Button>
        </>
      }
    >
      <ProblemNote problem={board.problem ?? ever.problem} />
      {!board.value || !ever.value ? (
        !board.problem && !ever.problem && <Skeleton height={320} />
      ) : untouched ? (
        <EmptyState title="No promises yet">
          <span>
            Write down what you tell a customer: what, and by when. Wellkept shows it here before it is late,
            and counts how often you kept your word.
          </span>
          <Button onClick={() => openCapture('promise')}>Make the first promise</Button>
        </EmptyState>
      ) : (
        <>
          {ever.value.due > 0 && <KeptRates />}
          <div>
            <FindInput
              name="Find promises by customer or thing"
              placeholder="Find by customer or thing"
              value={text}
              onChange={setText}
              maw={360}
            />
            {total === 0 ? (
              <p className="quiet">
                {sought === '' ? nothingOpen : `Nothing open for “${sought}”. Try fewer letters.`}
              </p>
            ) : (
              <BoardList board={board.value} onMore={onMore} />
            )}
          </div>
        </>
      )}
    </Page>
  )
}

const nothingOpen = 'Nothing is open. What you promise next appears here.'

/** The finding in words: the worst first. */
function findingOf(
  { overdue, atRisk, dueToday, waiting, later }: PromiseBoard,
  sought: string,
  formats: Formats,
): string {
  const parts: [number, string][] = [
    [overdue.total, 'overdue'],
    [atRisk.total, 'at risk'],
    [dueToday.total, 'due today'],
    [waiting.total, 'waiting for the customer'],
    [later.total, 'later'],
  ]
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${formats.number(n)} ${words}`)
  const found = said.length === 0 ? 'nothing is open' : said.join(', ')
  return sought === '' ? `${found[0]!.toUpperCase()}${found.slice(1)}.` : `For “${sought}”: ${found}.`
}

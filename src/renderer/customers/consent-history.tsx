import { Button } from '@mantine/core'
import { useState } from 'react'
import { answerSource, answerWords, askedWords } from '../../core/customers/answer-words.ts'
import type { ConsentFile, GivenAnswer } from '../../core/customers/answers.ts'
import { useFormats } from '../ui/use-formats.ts'

/** Every answer that was ever given, newest first; folded until it is asked for. */
export function ConsentHistory({
  file: { history, historyCount },
}: {
  readonly file: Pick<ConsentFile, 'history' | 'historyCount'>
}) {
  const { number, counted } = useFormats()
  const [opened, setOpened] = useState(false)
  if (historyCount === 0) return null
  return (
    <>
      <Button size="compact-sm" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {opened ? 'Hide the answers' : `All answers: ${number(historyCount)}`}
      </Button>
      {opened && (
        <ol className="plain-list time-line" aria-label="All answers">
          {history.map((one) => (
            <Answer key={one.id} one={one} />
          ))}
          {historyCount > history.length && (
            <li className="quiet">{`and ${counted(historyCount - history.length, 'older one', 'older ones')}`}</li>
          )}
        </ol>
      )}
    </>
  )
}

function Answer({ one }: { readonly one: GivenAnswer }) {
  const { date } = useFormats()
  const [more, asked] = [answerSource(one), askedWords(one)]
  return (
    <li>
      <span className="figures quiet">{date(one.day)}</span> <strong>{answerWords(one)}</strong>
      {more !== '' && <span className="quiet">{`, ${more}`}</span>}
      {asked !== '' && <div>{asked}</div>}
    </li>
  )
}

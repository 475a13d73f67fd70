import { Button, Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import type { ReactNode } from 'react'
import type { Caller } from '../../core/customers/answers.ts'
import { touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { MustKnow } from '../ui/must-know.tsx'
import { NameWords } from '../ui/name-words.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useNow } from '../ui/use-now.ts'
import { callerKeys, type CallerShown } from './use-caller.ts'

interface CallerCardProps {
  readonly caller: CallerShown
  readonly onOpen: (customerId: number) => void
}

/** Who is on the telephone: one card, which Enter opens, and the keys for what follows. */
export function CallerCard({ caller, onOpen }: CallerCardProps) {
  const { card, stale, problem, ask, logCall, isLogged } = caller
  if (!card) return null
  return (
    <Spotlight.ActionsGroup label="On the telephone">
      <Spotlight.Action
        className="caller-card"
        closeSpotlightOnTrigger={false}
        onClick={() => !stale && onOpen(card.id)}
      >
        <CallerFacts card={card}>
          <Others {...caller} />
        </CallerFacts>
      </Spotlight.Action>
      <div className="caller-keys">
        <KeyButton label="Open" keys={['Enter']} onPress={() => !stale && onOpen(card.id)} />
        <KeyButton label="New promise" keys={['Alt', callerKeys.promise]} onPress={() => ask('promise')} />
        <KeyButton label="Note" keys={['Alt', callerKeys.note]} onPress={() => ask('note')} />
        <KeyButton
          label={isLogged ? 'The call is logged' : 'Log the call'}
          keys={['Alt', callerKeys.log]}
          onPress={() => void logCall()}
        />
      </div>
      <ProblemNote problem={problem} />
    </Spotlight.ActionsGroup>
  )
}

const callWords = { yes: 'yes', no: 'no', unasked: 'not asked' } as const
const consentWords = { yes: 'yes', no: 'no, send none', unasked: 'not asked' } as const

/** A sentence behind a label; the months and names in it stay as they are. */
const asPart = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

interface CallerFactsProps {
  readonly card: Caller
  /** What stands below the name, in sight however much is known. */
  readonly children: ReactNode
}

function CallerFacts({ card, children }: CallerFactsProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const today = dayAt(useNow(), zone)
  const { name, company, phone, mustKnow, mailConsent, asideSinceMs, last, lastWords, promises } = card
  const { phoneConsent, noCalls, deceasedDay } = card
  const more = card.openCount - promises.length
  const said = ({ kind, atMs, note }: NonNullable<Caller['last']>) =>
    `${touchWords[kind]}, ${formats.near(dayAt(atMs, zone), today)}${note === '' ? '' : `: ${note}`}`
  return (
    <>
      <span className="caller-name">
        <NameWords name={name || company} company={company} />
        <bdi data-fact className="figures">
          {phone}
        </bdi>
      </span>
      {children}
      {deceasedDay !== '' && <b data-fact>{`Deceased, noted on ${formats.date(deceasedDay)}`}</b>}
      {asideSinceMs !== null && (
        <b data-fact>{`Put aside since ${formats.date(dayAt(asideSinceMs, zone))}`}</b>
      )}
      <MustKnow words={mustKnow} />
      <span className="caller-facts">
        <span className="quiet">Promises</span>
        <span data-fact>
          {promises.length === 0 && 'nothing open'}
          {promises.map(({ id, what, reason, isOverdue }) => (
            <span key={id} className="caller-promise">
              <b>{what}</b>{' '}
              {isOverdue ? <StateMark mark="broken">{reason}</StateMark> : <span>{reason}</span>}
            </span>
          ))}
          {more > 0 && (
            <span className="caller-promise">{`and ${formats.counted(more, 'more', 'more')}`}</span>
          )}
        </span>
        <span className="quiet">Last contact</span>
        <span data-fact>{last ? said(last) : 'none yet'}</span>
        {lastWords && lastWords !== last && lastWords.atMs !== last?.atMs && (
          <>
            <span className="quiet">Last words</span>
            <span data-fact>{said(lastWords)}</span>
          </>
        )}
        <span className="quiet">Calls</span>
        <span data-fact>
          {noCalls === '' ? callWords[phoneConsent] : noCalls.endsWith('.') ? noCalls : asPart(noCalls)}
        </span>
        <span className="quiet">Mail</span>
        <span data-fact>{consentWords[mailConsent]}</span>
      </span>
    </>
  )
}

/** That others have these digits too, and who is next. */
function Others({ at, callers, answer }: CallerShown) {
  const formats = useFormats()
  const total = answer?.total ?? 0
  if (total < 2) return null
  const next = callers[at + 1]
  const of = answer?.isCut ? 'very many' : formats.number(total)
  return (
    <span className="quiet">
      {`${formats.number(at + 1)} of ${of} with these digits`}
      {next && (
        <>
          ; <Kbd size="xs">↓</Kbd> <bdi>{next.name || next.company}</bdi>
        </>
      )}
      {at > 0 && (
        <>
          ; <Kbd size="xs">↑</Kbd> the one before
        </>
      )}
    </span>
  )
}

interface KeyButtonProps {
  readonly label: string
  readonly keys: readonly string[]
  readonly onPress: () => void
}

/** What a key does as well. The focus stays among the digits. */
const KeyButton = ({ label, keys, onPress }: KeyButtonProps) => (
  <Button
    size="compact-sm"
    variant="subtle"
    aria-keyshortcuts={keys.join('+')}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
    rightSection={<Kbd size="xs">{keys.join(' ')}</Kbd>}
  >
    {label}
  </Button>
)

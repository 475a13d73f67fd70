import { Anchor, Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { WriteName } from '../../core/calls.ts'
import type { KindCount, MoreOf } from '../../core/today/calls.ts'
import type { AtOnce, TodayAction, TodayItem } from '../../core/today/item.ts'
import { weightOfHarm, weights, type Weight } from '../../core/today/order.ts'
import type { Problem } from '../../core/result.ts'
import { useCall } from '../call.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { useDrafts, type Drafts } from '../ui/drafts.ts'
import { MustKnow } from '../ui/must-know.tsx'
import { useRowKeys } from '../ui/use-row-keys.ts'
import { useRows } from '../ui/use-rows.ts'
import { ReachWords } from '../ui/reach-words.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { ActionAsked } from './action-asked.tsx'
import { PromiseAsked } from './promise-asked.tsx'
import { kindWords } from './kind-words.ts'

interface TodayListProps {
  readonly items: readonly TodayItem[]
  readonly more: readonly MoreOf[]
  readonly kinds: readonly KindCount[]
}

/** By how soon it is to be done; up and down move between them, left and right between a line's buttons, Enter does the main one. */
export function TodayList({ items, more, kinds }: TodayListProps) {
  const { list, refocus } = useRows(items)
  const [, navigate] = useLocation()
  const call = useCall()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const [asked, setAsked] = useState<Extract<TodayAction, { ask: unknown }>>()

  const act = async (item: TodayItem, action: TodayAction) => {
    if ('page' in action) return navigate(action.page)
    if ('ask' in action) return setAsked(action)
    setBusy(item.id)
    // Its feature has seen that the input is this call's own.
    const result = await call(action.call as WriteName, action.input as never)
    setProblem(result.ok ? undefined : result.problem)
    setBusy(undefined)
  }
  useRowKeys(list, '[data-index]', (letter, row) => {
    const item = items[Number(row.dataset['index'])]
    const action = item?.actions.find(({ key }) => key === letter)
    if (!item || !action || busy === item.id) return false
    void act(item, action)
    return true
  })
  const gone = () => {
    setAsked(undefined)
    refocus()
  }
  const kindOf = (item: TodayItem) => kinds.find(({ harm }) => harm === item.harm)!
  const isLast = (item: TodayItem) => items.findLast(({ harm }) => harm === item.harm) === item
  return (
    <div ref={list}>
      <ProblemNote problem={problem} />
      {weights.map((weight) => {
        const ofWeight = items.filter(({ harm }) => weightOfHarm(harm) === weight)
        if (ofWeight.length === 0) return null
        return (
          <section key={weight} aria-label={weightWords[weight]} className="today" data-weight={weight}>
            <Title order={2} size={15}>
              {weightWords[weight]}
            </Title>
            <ol className="panel plain-list">
              {ofWeight.map((item) => (
                <li key={item.id} className="row" data-index={items.indexOf(item)}>
                  <span className="harm">
                    <StateMark mark={kindOf(item).mark}>{kindOf(item).label}</StateMark>
                  </span>
                  {item.atOnce ? <AtOnceFacts {...item.atOnce} /> : <Facts item={item} />}
                  {item.mustKnow !== undefined && <MustKnow words={item.mustKnow} />}
                  {isLast(item) && (
                    <More kind={kindOf(item)} more={more.find(({ harm }) => harm === item.harm)} />
                  )}
                  <Actions item={item} busy={busy === item.id} onAct={(action) => void act(item, action)} />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      {asked && <Asked {...asked} onGone={gone} />}
    </div>
  )
}

type AskedProps = Extract<TodayAction, { ask: unknown }> & { readonly onGone: () => void }

const Asked = (asked: AskedProps) =>
  asked.ask === 'actions.finish' ? <ActionAsked {...asked} /> : <PromiseAsked {...asked} />

const weightWords: Readonly<Record<Weight, string>> = {
  now: 'Now',
  today: 'Later today',
  'can wait': 'Can wait',
}

/** What cannot wait: who, where to reach them and by when, to be read from where one stands. */
const AtOnceFacts = ({ name, phone, when, rest }: AtOnce) => (
  <span className="at-once grow">
    <span className="lead">
      {[name, phone, when]
        .filter((fact) => fact !== '')
        .map((fact, i) => (
          <bdi key={i} data-fact>
            {fact}
          </bdi>
        ))}
    </span>
    <span data-fact className="quiet">
      {rest}
    </span>
  </span>
)

const Facts = ({ item: { title, reach, reason, about } }: { readonly item: TodayItem }) => (
  <>
    <span data-fact className="long-words what">
      {title}
    </span>
    {reach && (
      <span className="reach figures">
        <ReachWords {...reach} />
      </span>
    )}
    {about && <AboutChip about={about} />}
    <span data-fact className="long-words grow quiet">
      {reason}
    </span>
  </>
)

interface ActionsProps {
  readonly item: TodayItem
  readonly busy: boolean
  readonly onAct: (action: TodayAction) => void
}

/** What is half said in a form is not said by one key, as that half would be lost: it is gone on with. */
function isOffered(action: TodayAction, drafts: Drafts): boolean {
  if ('ifTyped' in action && action.ifTyped !== undefined) return drafts.of(action.ifTyped) !== undefined
  return (
    !('unlessTyped' in action) ||
    action.unlessTyped === undefined ||
    drafts.of(action.unlessTyped) === undefined
  )
}

const Actions = ({ item, busy, onAct }: ActionsProps) => {
  const drafts = useDrafts()
  const offered = item.actions.filter((action) => isOffered(action, drafts))
  return (
    <Group className="acts" gap={4} wrap="nowrap">
      {offered.map((action, i) => (
        <Button
          key={action.label}
          size="compact-sm"
          variant={i === 0 ? 'light' : 'subtle'}
          disabled={busy}
          aria-label={`${action.label}: ${item.title}`}
          aria-keyshortcuts={action.key?.toUpperCase()}
          title={action.key && `Key ${action.key.toUpperCase()}`}
          onClick={() => onAct(action)}
        >
          {action.label}
        </Button>
      ))}
    </Group>
  )
}

interface MoreProps {
  readonly kind: KindCount
  readonly more: MoreOf | undefined
}

function More({ kind, more }: MoreProps) {
  const formats = useFormats()
  if (!more) return null
  return (
    <Anchor component={Link} className="more" href={more.page} title={kindWords(kind, more.count)}>
      {`and ${formats.number(more.count)} more`}
    </Anchor>
  )
}

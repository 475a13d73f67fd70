import { Button, Center, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { OpenState } from '../../core/machine/calls.ts'
import type { Problem } from '../../core/result.ts'
import { OpeningContext, useCall } from '../call.ts'
import { DraftsContext, keepDrafts, type Drafts } from '../ui/drafts.ts'
import { Frame } from './frame.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead, useWrite } from '../use-call.ts'
import { answersOfOpening, useLeaving } from '../shop/opening.ts'
import { QuestionPage } from '../shop/question-page.tsx'

const FirstRunPage = lazy(() =>
  import('../shop/first-run-page.tsx').then((m) => ({ default: m.FirstRunPage })),
)

/** Into the shop, or the question that comes first: where it is, or what it is called. */
export function Gate() {
  const { value: state, problem } = useRead('shop.state', {})
  const leaving = useLeaving()
  if (problem) return <ProblemNote problem={problem} />
  if (state?.state === 'question') return <QuestionPage state={state} />
  if (leaving) return <Leaving />
  if (!state) return null
  return <Opening key={state.shop} state={state} />
}

/** Where another file takes the place of the open one for longer than a moment, as a restore of a big shop does. */
function Leaving() {
  return (
    <Center mih="100vh" component="main" className="leaving" role="status">
      <Text className="quiet">One moment: another shop file is being opened.</Text>
    </Center>
  )
}

/** One opening of a shop file. With it goes all that was read from it: pages, answers, half-filled forms. */
function Opening({ state }: { readonly state: OpenState }) {
  const [answers] = useState(answersOfOpening)
  return (
    <OpeningContext value={state.shop}>
      <QueryClientProvider client={answers}>
        <Inside state={state} />
      </QueryClientProvider>
    </OpeningContext>
  )
}

function Inside({ state }: { readonly state: OpenState }) {
  const call = useCall()
  const { value: shop, problem } = useRead('shop.details', {})
  const { value: stored, problem: noDrafts } = useRead('drafts.all', {})
  const [drafts, setDrafts] = useState<Drafts>()
  const isRead = stored !== undefined || noDrafts !== undefined
  if (isRead && !drafts) setDrafts(keepDrafts(call, stored ?? [], wordsNotKept))
  if (problem) return <Unreadable problem={problem} />
  if (shop === undefined || !drafts) return null
  return (
    <DraftsContext value={drafts}>
      {shop === null ? <FirstRun own={state.own} /> : <Frame shop={shop} state={state} />}
    </DraftsContext>
  )
}

/** Nothing typed is lost unsaid: not even what the shop file would not take. */
const wordsNotKept = ({ message }: Problem): void =>
  void notifications.show({
    id: 'words-not-kept',
    color: 'brick',
    withBorder: true,
    autoClose: false,
    title: 'What you type here is not kept yet. Save it before you leave.',
    message,
  })

/** The file is open, and not even the shop's name can be read: never a blank window. */
function Unreadable({ problem }: { readonly problem: Problem }) {
  const tryAgain = useWrite('shop.tryAgain')
  return (
    <Center mih="100vh" component="main">
      <Stack className="panel" p="xl" maw={620} gap="md">
        <ProblemNote problem={tryAgain.problem ?? problem} />
        <Group>
          <Button loading={tryAgain.busy} onClick={() => void tryAgain.run({})} autoFocus>
            Try again
          </Button>
        </Group>
      </Stack>
    </Center>
  )
}

const FirstRun = ({ own }: { readonly own: string }) => (
  <Suspense fallback={null}>
    <FirstRunPage own={own} />
  </Suspense>
)

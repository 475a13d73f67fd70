import { Center, Text } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ShopState } from '../../core/machine/calls.ts'
import { onNews, OpeningContext, useCall } from '../call.ts'
import { DraftsContext, keepDrafts, type Drafts } from '../ui/drafts.ts'
import { Frame } from '../ui/frame.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { refresh, useRead } from '../use-call.ts'
import { answersOfOpening, useLeaving } from './opening.ts'
import { QuestionPage } from './question-page.tsx'

const FirstRunPage = lazy(() => import('./first-run-page.tsx').then((m) => ({ default: m.FirstRunPage })))

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
function Opening({ state }: { readonly state: Extract<ShopState, { state: 'open' }> }) {
  const [answers] = useState(answersOfOpening)
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind === 'changed' && news.stale !== 'all') void refresh(answers, news.stale)
      }),
    [answers],
  )
  return (
    <OpeningContext value={state.shop}>
      <QueryClientProvider client={answers}>
        <Inside sample={state.sample} />
      </QueryClientProvider>
    </OpeningContext>
  )
}

function Inside({ sample }: { readonly sample: boolean }) {
  const call = useCall()
  const { value: shop } = useRead('shop.details', {})
  const { value: stored, problem } = useRead('drafts.all', {})
  const [drafts, setDrafts] = useState<Drafts>()
  const isRead = stored !== undefined || problem !== undefined
  if (isRead && !drafts) setDrafts(keepDrafts(call, stored ?? []))
  if (shop === undefined || !drafts) return null
  return (
    <DraftsContext value={drafts}>
      {shop === null ? <FirstRun /> : <Frame shop={shop} sample={sample} />}
    </DraftsContext>
  )
}

const FirstRun = () => (
  <Suspense fallback={null}>
    <FirstRunPage />
  </Suspense>
)

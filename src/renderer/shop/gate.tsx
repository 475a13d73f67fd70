import { lazy, Suspense } from 'react'
import { Frame } from '../ui/frame.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead } from '../use-call.ts'
import { QuestionPage } from './question-page.tsx'

const FirstRunPage = lazy(() => import('./first-run-page.tsx').then((m) => ({ default: m.FirstRunPage })))

/** Into the shop, or the question that comes first: where it is, or what it is called. */
export function Gate() {
  const { value: state, problem } = useRead('shop.state', {})
  const { value: shop } = useRead('shop.details', {}, { enabled: state?.state === 'open' })
  if (problem) return <ProblemNote problem={problem} />
  if (state?.state === 'question') return <QuestionPage state={state} />
  if (!state || shop === undefined) return null
  if (shop === null)
    return (
      <Suspense fallback={null}>
        <FirstRunPage />
      </Suspense>
    )
  return <Frame shop={shop} sample={state.sample} />
}

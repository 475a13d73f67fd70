import { keepPreviousData, notifyManager, QueryClient, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallName, MachineName, Output, ReadName, Sent, WriteName } from '../core/calls.ts'
import type { Answered, Problem } from '../core/result.ts'
import { callsFor, onNews, useCall, type Progress } from './call.ts'

// An answer is drawn when it comes, not at the next turn of the timers.
notifyManager.setScheduler(queueMicrotask)

/** Answers stay until a change makes them stale; a local store is always online. */
export const newAnswers = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: 60_000 } },
  })

/** Reads again, after a change, whatever it made stale. Resolves when it is read. */
export const refresh = (answers: QueryClient, stale: readonly CallName[]): Promise<void> =>
  answers.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(queryKey[0] as CallName) })

/** Reads before anything is drawn that shows it. */
export function readAhead<N extends ReadName | MachineName>(
  answers: QueryClient,
  name: N,
  input: Sent<N>,
): Promise<void> {
  return answers.prefetchQuery({ queryKey: [name, input], queryFn: () => callsFor(undefined)(name, input) })
}

export interface Reading<T> {
  /** The last answer; undefined until the first one. */
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** The value answers an earlier input while the new answer is on its way. */
  readonly stale: boolean
}

interface ReadOptions {
  readonly enabled?: boolean
  /** Shows the earlier input's answer until the new one comes: for lists that are typed into. */
  readonly keepPrevious?: boolean
  /** Reads again every half minute: for what changes by the clock alone. */
  readonly live?: boolean
  /** Asks anew each time it is shown: for what depends on files. */
  readonly fresh?: boolean
}

/** Reads, and reads again when something it depends on changes. */
export function useRead<N extends ReadName | MachineName>(
  name: N,
  input: Sent<N>,
  { enabled = true, keepPrevious = false, live = false, fresh = false }: ReadOptions = {},
): Reading<Output<N>> {
  const call = useCall()
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(fresh && { gcTime: 0 }),
    refetchInterval: live && 30_000,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  })
  const result = query.data
  return {
    value: result?.ok ? result.value : undefined,
    problem: result && !result.ok ? result.problem : undefined,
    loading: query.isPending && enabled,
    stale: query.isPlaceholderData,
  }
}

export interface Writing<N extends WriteName | MachineName> {
  /** Makes the call; the problem, if any, is also kept in `problem`. */
  run(input: Sent<N>): Promise<Answered<Output<N>>>
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly progress: Progress | undefined
  /** Stops a long call; it answers with the problem `cancelled`. */
  cancel(): void
  clear(): void
}

/** A call the owner starts. The undo toast appears by itself. */
export function useWrite<N extends WriteName | MachineName>(name: N): Writing<N> {
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [progress, setProgress] = useState<Progress>()
  const callId = useRef('')
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind === 'progress' && news.callId === callId.current) setProgress(news)
      }),
    [],
  )
  const run = useCallback(
    async (input: Sent<N>) => {
      callId.current = crypto.randomUUID()
      setBusy(true)
      setProblem(undefined)
      try {
        const result = await call(name, input, callId.current)
        if (!result.ok) setProblem(result.problem)
        return result
      } finally {
        setBusy(false)
        setProgress(undefined)
      }
    },
    [call, name],
  )
  const cancel = useCallback(() => void call('shop.cancel', { callId: callId.current }), [call])
  const clear = useCallback(() => setProblem(undefined), [])
  return { run, busy, problem, progress, cancel, clear }
}

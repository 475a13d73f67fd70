import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { firstReads } from '../../core/machine/first-reads.ts'
import type { ShopState } from '../../core/machine/calls.ts'
import type { Result } from '../../core/result.ts'
import { callsFor, onNews } from '../call.ts'
import { writeAll } from '../ui/unwritten.ts'
import { newAnswers, readAhead, refresh } from '../use-call.ts'

/** What belongs to the window and not to a shop: which one is open. */
export const windowAnswers = newAnswers()

/** Those of the shop that is shown or, before anything is drawn, will be: a change in between must not be missed. */
let answers = newAnswers()
let areTaken = false

/** Reads what is shown first, before it is drawn. */
export const readFirst = (): readonly Promise<void>[] =>
  firstReads.map((name) => readAhead(name === 'shop.state' ? windowAnswers : answers, name, {}))

/** The answers of a shop that is shown from now on: none yet, or for the first one those that were read ahead. */
export function answersOfOpening(): QueryClient {
  if (areTaken) answers = newAnswers()
  areTaken = true
  return answers
}

let leaving = false
const listeners = new Set<() => void>()

const setLeaving = (next: boolean) => {
  leaving = next
  for (const listener of listeners) listener()
}

/** Whether the shop that was shown is being left: nothing of it is shown any more, and nothing can be typed into it. */
export const useLeaving = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => leaving,
  )

/** Follows which shop is open, and hands over what was typed when the window or the shop goes. Returns how to stop. */
export const followOpening = (): (() => void) =>
  onNews((news) => {
    if (news.kind === 'last words') void lastWords(news.id, news.leave)
    if (news.kind !== 'changed') return
    if (news.stale === 'all') void showNext()
    else for (const of of [windowAnswers, answers]) void refresh(of, news.stale)
  })

async function lastWords(id: string, leave: boolean): Promise<void> {
  const written = writeAll()
  // In the same turn, so that no key falls between the two.
  if (leave) flushSync(() => setLeaving(true))
  await written
  await callsFor(undefined)('window.wrote', { id })
}

async function showNext(): Promise<void> {
  // What was read ahead was another shop's.
  if (!areTaken) answers = newAnswers()
  const before = openNow()
  await windowAnswers.invalidateQueries()
  // The same shop still, changed by another program.
  if (openNow() === before) void answers.invalidateQueries()
  setLeaving(false)
}

function openNow(): string | undefined {
  const state = windowAnswers.getQueryData<Result<ShopState>>(['shop.state', {}])
  return state?.ok && state.value.state === 'open' ? state.value.shop : undefined
}

import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { firstReads } from '../../core/machine/first-reads.ts'
import { callsFor, onNews } from '../call.ts'
import { writeAll } from '../ui/unwritten.ts'
import { newAnswers, readAhead, refresh } from '../use-call.ts'

/** What belongs to the window and not to a shop: which one is open. */
export const windowAnswers = newAnswers()

let ahead: QueryClient | undefined

/** Reads what is shown first, before it is drawn. */
export function readFirst(): readonly Promise<void>[] {
  const answers = newAnswers()
  ahead = answers
  return firstReads.map((name) => readAhead(name === 'shop.state' ? windowAnswers : answers, name, {}))
}

/** The answers of a shop that is shown from now on: none yet, or for the first one those that were read ahead. */
export function answersOfOpening(): QueryClient {
  const answers = ahead ?? newAnswers()
  ahead = undefined
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
    else void refresh(windowAnswers, news.stale)
  })

async function lastWords(id: string, leave: boolean): Promise<void> {
  const written = writeAll()
  // In the same turn, so that no key falls between the two.
  if (leave) flushSync(() => setLeaving(true))
  await written
  await callsFor(undefined)('window.wrote', { id })
}

async function showNext(): Promise<void> {
  ahead = undefined
  await windowAnswers.invalidateQueries()
  setLeaving(false)
}

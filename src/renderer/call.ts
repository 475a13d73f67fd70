import { createContext, use, useMemo } from 'react'
import type { CallName, Output, Sent } from '../core/calls.ts'
import type { News } from '../core/machine/news.ts'
import type { Answered } from '../core/result.ts'

export type Progress = Extract<News, { kind: 'progress' }>

declare global {
  interface Window {
    readonly wellkept: {
      call(name: string, input: unknown, callId?: string, shop?: string): Promise<Answered<unknown>>
      onNews(listener: (news: News) => void): () => void
    }
  }
}

/** Makes a call of the contract. Problems come back as values; a rejected promise is a bug. */
export type Call = <N extends CallName>(
  name: N,
  input: Sent<N>,
  callId?: string,
) => Promise<Answered<Output<N>>>

/** Calls for one opening of a shop file; undefined where nothing of a shop has been read. */
export const callsFor =
  (shop: string | undefined): Call =>
  (name, input, callId) =>
    window.wellkept.call(name, input, callId, shop) as Promise<Answered<never>>

/** The opening that everything below was read from. */
export const OpeningContext = createContext<string | undefined>(undefined)

/**
 * Calls for the shop that is shown here. They stay calls for that shop: one that comes too late, after another was
 * opened, is refused instead of meaning a customer of the same number there.
 */
export function useCall(): Call {
  const shop = use(OpeningContext)
  return useMemo(() => callsFor(shop), [shop])
}

const listeners = new Set<(news: News) => void>()

/** Listens to the main process; returns how to stop. */
export function onNews(listener: (news: News) => void): () => void {
  // One ear for all: Electron warns of a leak at the eleventh.
  if (listeners.size === 0) window.wellkept.onNews((news) => listeners.forEach((hear) => hear(news)))
  listeners.add(listener)
  return () => listeners.delete(listener)
}

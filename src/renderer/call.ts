import type { CallName, Output, Sent } from '../core/calls.ts'
import type { News } from '../core/machine/news.ts'
import type { Result } from '../core/result.ts'

export type Progress = Extract<News, { kind: 'progress' }>

declare global {
  interface Window {
    readonly wellkept: {
      call(name: string, input: unknown, callId?: string): Promise<Result<unknown>>
      onNews(listener: (news: News) => void): () => void
    }
  }
}

/** Makes a call of the contract. Problems come back as values; a rejected promise is a bug. */
export function call<N extends CallName>(
  name: N,
  input: Sent<N>,
  callId?: string,
): Promise<Result<Output<N>>> {
  return window.wellkept.call(name, input, callId) as Promise<Result<Output<N>>>
}

const listeners = new Set<(news: News) => void>()

/** Listens to the main process; returns how to stop. */
export function onNews(listener: (news: News) => void): () => void {
  // One ear for all: Electron warns of a leak at the eleventh.
  if (listeners.size === 0) window.wellkept.onNews((news) => listeners.forEach((hear) => hear(news)))
  listeners.add(listener)
  return () => listeners.delete(listener)
}

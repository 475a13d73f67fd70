import { useSyncExternalStore } from 'react'
import { isAsked } from './is-asked.ts'

/** What can be captured from anywhere by one key. */
export type Capture = 'promise' | 'touch'

let open: Capture | null = null
const listeners = new Set<() => void>()

const set = (next: Capture | null) => {
  open = next
  for (const listener of listeners) listener()
}

/** Opens a capture form over whatever page is shown; unknown names are ignored. */
export const openCapture = (name: string): void => {
  if ((name === 'promise' || name === 'touch') && !isAsked()) set(name)
}

/** Closes the capture form. */
export const closeCapture = (): void => set(null)

/** The capture form that is open, if any. */
export const useCapture = (): Capture | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )

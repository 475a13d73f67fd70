import { useSyncExternalStore } from 'react'
import { captures, type CaptureName } from '../../core/machine/menu-entries.ts'
import { mayOpen } from './is-asked.ts'

let open: CaptureName | null = null
const listeners = new Set<() => void>()

const set = (next: CaptureName | null) => {
  open = next
  for (const listener of listeners) listener()
}

/** Opens a capture form over whatever page is shown; unknown names are ignored. */
export const openCapture = (name: string): void => {
  const known = captures.find((capture) => capture.name === name)
  if (known && mayOpen()) set(known.name)
}

/** Closes the capture form. */
export const closeCapture = (): void => set(null)

/** The capture form that is open, if any. */
export const useCapture = (): CaptureName | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )

import { notifications } from '@mantine/notifications'

const dialog = '.mantine-Modal-content'

/** Whether a dialog waits for an answer: nothing else opens over it, as one Esc would close both and lose what was typed. */
export const isAsked = (): boolean => document.querySelector(dialog) !== null

/** So long after the last of them letters are still meant for what did not open, ms. */
const deafMs = 1500
let deafUntil = 0

/** Whether it may open now; where a dialog waits for an answer it is said what to do first. */
export function mayOpen(): boolean {
  if (!isAsked()) return true
  deafUntil = performance.now() + deafMs
  const title = [...document.querySelectorAll(`${dialog} .mantine-Modal-title`)].at(-1)?.textContent ?? ''
  notifications.show({
    id: 'not-opened',
    withBorder: true,
    message: `Nothing opens over ${title === '' ? 'a dialog' : `“${title}”`}. Close it first, with Esc.`,
  })
  return false
}

/** Whether a letter belongs to what did not open; each that does makes room for the next. */
export function isMeantForUnopened(): boolean {
  const isDeaf = performance.now() < deafUntil
  if (isDeaf) deafUntil = performance.now() + deafMs
  return isDeaf
}

import { spotlight } from '@mantine/spotlight'

/** What tells the library's dialogs that the key is not for them. */
const taken = 'data-mantine-stop-propagation'

/** A button that has opened a part of the page below it, and shuts that again. */
export const opening = 'button[aria-expanded="true"]:not([aria-haspopup])'

const layers = '[role="dialog"], [role="menu"], [role="listbox"]'
const overPage = new WeakSet<Event>()
/** Whether a key is for what lies over the page: told when it is pressed, as that may be gone when others hear it. */
export const isOverPage = (key: Event): boolean => overPage.has(key)

/**
 * One Esc closes one thing: what a button has opened below it, a form that can be left before its dialog, and of several dialogs the one on top, where each listens for
 * itself and all would close. Call it before anything else listens.
 */
export function heedEscape(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      const { target } = event
      if (event.key !== 'Escape' || event.isComposing || !(target instanceof Element)) return
      const standing = [
        ...page.document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]'),
      ].filter((dialog) => !isLeaving(dialog))
      if (standing.length > 0 || target.closest(layers)) overPage.add(event)
      // A list that is dropped down takes the key for itself, and says so.
      if (target.getAttribute(taken) === 'true') return
      if (target.matches(opening)) {
        event.preventDefault()
        event.stopImmediatePropagation()
        return (target as HTMLElement).click()
      }
      if (target.closest('[role="dialog"] form[data-leaves]')) return take(target)
      const top = standing.toSorted((a, b) => heightOf(a) - heightOf(b)).at(-1)
      if (standing.length < 2 || !top) return
      event.preventDefault()
      event.stopImmediatePropagation()
      close(top)
    },
    { capture: true },
  )
}

/** The form around it is left, and not its dialog. */
function take(target: Element): void {
  target.setAttribute(taken, 'true')
  setTimeout(() => target.removeAttribute(taken))
}

/** It fades, and hears no key any more. */
const isLeaving = ({ style }: HTMLElement): boolean => style.opacity === '0'

/** A dialog that may not be closed now has no button for it. */
function close(dialog: Element): void {
  if (dialog.matches('.mantine-Spotlight-content')) spotlight.close()
  else dialog.querySelector<HTMLElement>('.mantine-Modal-close, .mantine-Drawer-close')?.click()
}

/** How high a dialog lies over the page; of those that lie as high the later is above. */
function heightOf(dialog: Element): number {
  const layer = dialog.closest<HTMLElement>(
    '.mantine-Modal-inner, .mantine-Drawer-inner, .mantine-Spotlight-inner',
  )
  return Number(layer ? getComputedStyle(layer).zIndex : 0) || 0
}

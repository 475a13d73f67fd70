import { isTyped } from './is-typed.ts'
import { opening } from './one-escape.ts'

/** One step on the way to what had the focus: the child at this place. */
interface Step {
  readonly around: Element
  readonly at: number
}

/** What had the focus, in which dialog or menu, and the way to it from the body of the window. */
interface Place {
  readonly element: HTMLElement
  readonly layer: Element | null
  readonly steps: readonly Step[]
  /** What had opened the part it stands in. */
  readonly opener: HTMLElement | undefined
}

/** A moment for whoever took the focus away to give it to what comes next, ms. */
const graceMs = 60

const layers = '[role="dialog"], [role="menu"], [role="listbox"], .mantine-Notification-root, aside.beside'
/** Where these are all that is left of the way, something else has come as a whole, and is read from its beginning. */
const wholes = 'main, [role="dialog"], aside'
/** Where this is all that is left, as after the first run, the next Tab begins at the top: what came has nothing to do with what was pressed. */
const everything = '#root'
const pressable =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), textarea:not(:disabled)'

/** What opens another program: a key that was meant for something else must not reach anybody. */
const leadsOut = '[data-leads-out]'

/** What takes the focus when it is pressed, also where it is off a moment later. */
const pressed = 'a, button, input, textarea, select, label, [tabindex]'

/** Whether nothing that takes a key has the focus. */
export const isFocusNowhere = (): boolean =>
  document.activeElement === null || document.activeElement.matches('body, main')

/**
 * Keeps the focus from being nowhere, where the next key is lost. What was off while it worked gets it back; of what has left the
 * window it goes to what opened it, or to what took its place, such as the same button of the next row; from a dialog that is gone to
 * what had it before. It never goes to what opens another program.
 * Who clicks beside everything means it to be nowhere. Returns how to stop.
 */
export function keepFocus(): () => void {
  let places: readonly Place[] = []
  let isMeant = false
  /** What is off while it works, and has the focus again when it is on. */
  let awaited: HTMLElement | undefined
  let soon: ReturnType<typeof setTimeout> | undefined

  const remember = ({ target }: FocusEvent) => {
    isMeant = false
    awaited = undefined
    if (!(target instanceof HTMLElement)) return
    const layer = target.closest(layers)
    const others = places.filter((place) => place.layer !== layer && (place.layer?.isConnected ?? true))
    places = [...others, { element: target, layer, steps: stepsTo(target), opener: openerOf(target) }]
  }
  const putBack = () => {
    soon = undefined
    if (!isLost() || isMeant) return
    for (const [nth, place] of places.toReversed().entries()) {
      const { element } = place
      awaited = isShown(element) && element.matches(':disabled') ? element : undefined
      // What has the focus no more although it could was left on purpose.
      if (awaited || (nth === 0 && isShown(element))) return
      const next = isPressable(element) ? element : (shutFor(place) ?? takingPlaceOf(place))
      if (next) return next.focus({ preventScroll: true })
    }
  }
  const observer = new MutationObserver((changes) => {
    if (!isLost() || isMeant) return
    const worked = awaited ?? places.at(-1)?.element
    if (changes.some(({ target, type }) => type === 'attributes' && target === worked))
      worked?.focus({ preventScroll: true })
    if (isLost()) soon ??= setTimeout(putBack, graceMs)
  })
  const leave = ({ target }: PointerEvent) => {
    if (target instanceof Element && target.closest(pressed)) return
    setTimeout(() => (isMeant ||= isLost()))
  }
  document.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', leave, true)
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['disabled'],
    childList: true,
    subtree: true,
  })
  return () => {
    clearTimeout(soon)
    document.removeEventListener('focusin', remember)
    document.removeEventListener('pointerdown', leave, true)
    observer.disconnect()
  }
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

function stepsTo(element: Element): readonly Step[] {
  const steps: Step[] = []
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement)
    steps.unshift({ around: at.parentElement, at: [...at.parentElement.children].indexOf(at) })
  return steps
}

/** The button before it, on its way from the body, that has opened a part of the page. */
function openerOf(element: Element): HTMLElement | undefined {
  for (let at = element; at.parentElement && !at.matches(wholes); at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(opening)) return before as HTMLElement
      const within = [...before.querySelectorAll<HTMLElement>(opening)].at(-1)
      if (within) return within
    }
  }
  return undefined
}

/** The button that opened where the focus was, now that this is shut. */
const shutFor = ({ opener }: Place): HTMLElement | undefined =>
  opener?.matches(opening) === false && isPressable(opener) ? opener : undefined

const isShown = (element: Element): boolean => element.getClientRects().length > 0

const isPressable = (element: Element | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.matches(pressable) && isShown(element)

/** What stands now where that was: from the deepest part of the way that is left, the same of the next, else of the one before. */
function takingPlaceOf({ element, layer, steps }: Place): HTMLElement | undefined {
  if (layer?.isConnected === false) return undefined
  // A key that was to press something must not be typed into a field.
  const fits = (part: Element | undefined): part is HTMLElement =>
    isPressable(part) && !part.matches(leadsOut) && (isTyped(element) || !isTyped(part))
  const left = steps.map(({ around }) => around.isConnected).lastIndexOf(true)
  for (let depth = left; depth > 0; depth -= 1) {
    const { around, at } = steps[depth]!
    if (around.matches(everything)) return undefined
    if (around.matches(wholes)) return around as HTMLElement
    const children = [...around.children]
    for (const child of [...children.slice(at), ...children.slice(0, at).toReversed()]) {
      const same = steps
        .slice(depth + 1)
        .reduce<Element | undefined>((part, step) => part?.children[step.at], child)
      const found = [same, child, ...child.querySelectorAll(pressable)].find(fits)
      if (found) return found
    }
  }
  return undefined
}

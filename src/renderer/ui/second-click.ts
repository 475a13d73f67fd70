/** As long as systems wait for the second click of a double click, ms: whoever means the next row has looked at it. */
export const secondClickMs = 500
/** How far a hand slips between the two, CSS pixels. */
const withinPx = 8

const pressable = 'button, a, input, label, summary, [role=menuitem], [role=option], [role=tab]'

/**
 * Takes no second click of a double click for what has come under the pointer since the first: a row that is done makes room for the
 * next, whose button nobody meant. The same thing may be clicked as quickly as one likes, and keys are not clicks.
 */
export function heedSecondClicks(page: Document): void {
  let last: { at: number; x: number; y: number; on: Element | null } | undefined
  page.addEventListener(
    'click',
    (event) => {
      // A key on a button is a click without a place.
      if (event.detail === 0) return
      const on = pressed(event.target)
      const isSecond =
        last !== undefined &&
        event.timeStamp - last.at < secondClickMs &&
        Math.hypot(event.clientX - last.x, event.clientY - last.y) < withinPx
      if (isSecond && last?.on && on !== last.on) {
        event.preventDefault()
        event.stopImmediatePropagation()
        last = { ...last, at: event.timeStamp }
      } else last = { at: event.timeStamp, x: event.clientX, y: event.clientY, on }
    },
    { capture: true },
  )
}

/** What is pressed by a click there; a label's click comes a second time from what it is the label of. */
function pressed(target: EventTarget | null): Element | null {
  const on = target instanceof Element ? target.closest(pressable) : null
  return on instanceof HTMLLabelElement ? (on.control ?? on) : on
}

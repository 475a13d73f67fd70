/** A button that is off while it works has lost the focus when it is on again: gives it back. Returns how to stop. */
export function keepFocusOfBusy(): () => void {
  let last: EventTarget | null = null
  const remember = ({ target }: FocusEvent) => {
    last = target
  }
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target === last && target instanceof HTMLButtonElement && document.activeElement === document.body)
        target.focus({ preventScroll: true })
  })
  document.addEventListener('focusin', remember)
  observer.observe(document.body, { attributes: true, attributeFilter: ['disabled'], subtree: true })
  return () => {
    document.removeEventListener('focusin', remember)
    observer.disconnect()
  }
}

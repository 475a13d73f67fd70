let takes = false
let onEscape: (() => void) | undefined

/** From now on files may be dropped on the window, until the answer is called. */
export function takeDrops(): () => void {
  takes = true
  return () => {
    takes = false
  }
}

/** What Esc does while a dialog stands over another one, which would close as well. Answers how to stop. */
export function escapeOf(close: () => void): () => void {
  onEscape = close
  return () => {
    if (onEscape === close) onEscape = undefined
  }
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

/**
 * Keeps files that are dropped anywhere from what a page does with them by itself: to go to the file, or to write it into a text.
 * Call it before anything else listens.
 */
export function heedDrops(page: Window): void {
  const root = page.document.documentElement
  const show = (isOver: boolean) => root.toggleAttribute('data-files-over', isOver && takes)
  const keep = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.dataTransfer) event.dataTransfer.dropEffect = takes ? 'copy' : 'none'
    show(event.type !== 'drop')
  }
  for (const name of ['dragenter', 'dragover', 'drop'] as const)
    page.addEventListener(name, keep, { capture: true })
  page.addEventListener('dragleave', (event) => event.relatedTarget === null && show(false), {
    capture: true,
  })
  page.addEventListener(
    'keydown',
    (event) => {
      // A list that is dropped down takes the key for itself, and says so.
      const isTaken =
        event.target instanceof Element && event.target.matches('[data-mantine-stop-propagation=true]')
      if (event.key !== 'Escape' || !onEscape || isTaken) return
      event.stopImmediatePropagation()
      onEscape()
    },
    { capture: true },
  )
}

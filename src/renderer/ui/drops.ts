let takes = false

/** From now on files may be dropped on the window, until the answer is called. */
export function takeDrops(): () => void {
  takes = true
  return () => {
    takes = false
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
}

import type { Page } from '@playwright/test'

/** Where something is dropped, CSS pixels. */
interface Place {
  readonly x: number
  readonly y: number
}

/** How often it is tried: with much to do the browser now and then takes the drag for one that went away again. */
const tries = 3

/** Drops files on the window as the system does: the page hears of it as of a drag from outside. */
export async function dropFiles(page: Page, files: readonly string[], { x, y }: Place = { x: 500, y: 300 }) {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (let i = 0; i < tries; i++) {
    const drag = await page.evaluateHandle(watchDrag)
    for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x, y, data })
    if (await page.evaluate((isDropped) => isDropped(), drag)) break
  }
  await devtools.detach()
}

/** Answers, within a second, whether the page that takes files was left by a drop and not by the drag. */
function watchDrag(): () => Promise<boolean> {
  const root = document.documentElement
  let hasLeft = false
  window.addEventListener('dragleave', ({ relatedTarget }) => (hasLeft ||= relatedTarget === null), {
    capture: true,
  })
  const over = new Promise<boolean>((done) => {
    new MutationObserver(() => {
      // Who hears of the leave last is asked last.
      if (!root.hasAttribute('data-files-over')) setTimeout(() => done(!hasLeft))
    }).observe(root, { attributeFilter: ['data-files-over'] })
  })
  return () => Promise.race([over, new Promise<boolean>((done) => setTimeout(done, 1000, false))])
}

import type { Page } from '@playwright/test'

/** Where something is dropped, CSS pixels. */
interface Place {
  readonly x: number
  readonly y: number
}

/** Drops files on the window as the system does: the page hears of it as of a drag from outside. */
export async function dropFiles(page: Page, files: readonly string[], { x, y }: Place = { x: 500, y: 300 }) {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data })
  await devtools.detach()
}

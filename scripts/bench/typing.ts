import type { Page } from '@playwright/test'
import type { Figure } from './figures.ts'
import { start, wellkept } from './window.ts'

// A keyboard of letters without accents, as most cheap ones are.
const typed = ['maria an', 'mulle', 'anders ber', 'c12345', 'ol', 'schmi', 'wojc']

/** V3 in the window: from each key until the frame that shows the new rows. */
export async function typingFigures(file: string): Promise<Figure[]> {
  const { app, page } = await start(wellkept('typing', file))
  await page.evaluate(() => void (location.hash = '#/customers'))
  const field = page.getByRole('textbox', { name: 'Find customers' })
  await field.waitFor()
  await listen(page)
  for (const word of typed) {
    await field.fill('')
    await page.waitForTimeout(400)
    await field.focus()
    for (const key of word) {
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.waitForTimeout(250)
    }
  }
  const ours = await page.evaluate(() => window.keyToPainted)
  await app.close()
  return [
    { goal: 'V3', what: 'key to painted rows, full shop', unit: 'ms', ours, target: { of: 'p95', most: 50 } },
  ]
}

declare global {
  interface Window {
    keyToPainted: number[]
  }
}

/** Notes for each key how long it took until the page's rows had changed and were painted; keys that change none do not count. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.keyToPainted = []
    let pressedAt: number | undefined
    document.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true })
    const painted = (at: number) => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => window.keyToPainted.push(performance.now() - at))
      channel.port1.start()
      channel.port2.postMessage(null)
    }
    new MutationObserver(() => {
      const at = pressedAt
      if (at === undefined) return
      pressedAt = undefined
      requestAnimationFrame(() => painted(at))
    }).observe(document.querySelector('main')!, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
}

import type { Page } from '@playwright/test'
import type { Figure } from './figures.ts'
import { start, wellkept } from './window.ts'

/** The lists, by the place in the window's address. */
const lists = [
  { what: 'Today', at: '/' },
  { what: 'Customers', at: '/customers' },
  { what: 'Promises', at: '/promises' },
  { what: 'Stock', at: '/stock' },
  { what: 'To do', at: '/actions' },
  { what: 'History', at: '/history' },
] as const

const opened = 15

/** V4 in the window: from the way to a list until its rows are painted, how much it draws, and how it scrolls to its last row. */
export async function listFigures(file: string): Promise<Figure[]> {
  const { app, page } = await start(wellkept('lists', file))
  const figures: Figure[] = []
  for (const { what, at } of lists) {
    const ours: number[] = []
    for (let i = 0; i < opened; i++) {
      await page.evaluate(() => (location.hash = '#/newsletter'))
      await page.getByRole('heading', { level: 1, name: 'Newsletter' }).waitFor()
      await page.waitForTimeout(250)
      ours.push(await page.evaluate(untilRows, at))
    }
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const frames = await scrolled(page)
    const isLastReached = await page.evaluate(toTheEnd)
    if (!isLastReached) throw new Error(`The last row of ${what} cannot be reached.`)
    figures.push(
      { goal: 'V4', what: `${what} opens`, unit: 'ms', ours, target: { of: 'p95', most: 100 } },
      {
        goal: 'V4',
        what: `${what}: drawn`,
        unit: 'nodes',
        ours: [nodes],
        target: { of: 'longest', most: 1500 },
      },
      { goal: 'V4', what: `${what}: frames`, unit: 'ms', ours: frames, target: { of: 'longest', most: 50 } },
    )
  }
  await app.close()
  return figures
}

/** Goes to a list and answers how long it took until its first rows were painted, ms. */
function untilRows(at: string): Promise<number> {
  const began = performance.now()
  const isThere = () =>
    document.querySelector('main h1')?.textContent !== 'Newsletter' &&
    [...document.querySelectorAll('main [data-index], main .history-act')].some(
      (row) => row.textContent.length > 3,
    )
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`No row came at ${at}.`)), 10_000)
    const drawn = new MutationObserver(() => {
      if (!isThere()) return
      drawn.disconnect()
      clearTimeout(late)
      const painted = new MessageChannel()
      painted.port1.addEventListener('message', () => done(performance.now() - began))
      painted.port1.start()
      requestAnimationFrame(() => painted.port2.postMessage(null))
    })
    drawn.observe(document.body, { childList: true, subtree: true, characterData: true })
    location.hash = `#${at}`
  })
}

/** Turns the wheel for two seconds; how long each frame took, ms. */
async function scrolled(page: Page): Promise<number[]> {
  await page.mouse.move(700, 500)
  await page.evaluate(() => {
    const frames: number[] = []
    window.scrollFrames = frames
    const note = (before: number) =>
      requestAnimationFrame((now) => {
        frames.push(now - before)
        if (window.scrollFrames === frames) note(now)
      })
    requestAnimationFrame(note)
  })
  for (let i = 0; i < 100; i++) {
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(20)
  }
  return page.evaluate(() => {
    const frames = window.scrollFrames
    window.scrollFrames = []
    return frames
  })
}

/** Goes to the end of the page as the End key does; whether the last row stands there within 5 s. */
async function toTheEnd(): Promise<boolean> {
  const main = document.querySelector('main')!
  const table = main.querySelector('[aria-rowcount]')
  const rows = () => [...main.querySelectorAll('[data-index], .history-act')]
  const isLast = () => {
    const last = rows().at(-1)
    if (!last || last.textContent.length <= 3) return false
    return !table || last.getAttribute('aria-rowindex') === table.getAttribute('aria-rowcount')
  }
  for (let i = 0; i < 100; i++) {
    main.scrollTop = main.scrollHeight
    await new Promise((done) => setTimeout(done, 50))
    if (isLast() && main.scrollTop + main.clientHeight >= main.scrollHeight - 2) return true
  }
  return false
}

declare global {
  interface Window {
    scrollFrames: number[]
  }
}

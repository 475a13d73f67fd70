import type { LaunchedApp } from './app.ts'

interface Burst {
  /** What is typed, key by key. */
  readonly keys: readonly string[]
  /** Between two keys, ms. */
  readonly gapMs: number
}

/**
 * Types into the window from the main process, as a scanner does: no test program stands between two keys. Returns the
 * longest time between two keys as the window saw them, ms.
 */
export async function scan({ app, page }: LaunchedApp, { keys, gapMs }: Burst): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = []
    const listen = (event: KeyboardEvent) => {
      if (event.isTrusted && event.key !== 'Shift') seen.push(event.timeStamp)
    }
    window.addEventListener('keydown', listen, true)
    Object.assign(window, {
      seenKeys: seen,
      stopSeeing: () => window.removeEventListener('keydown', listen, true),
    })
  })
  await app.evaluate(
    async ({ BrowserWindow }, { keys: all, gapMs: gap }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const began = performance.now()
      for (const [i, key] of all.entries()) {
        while (performance.now() - began < i * gap) await new Promise((resolve) => setImmediate(resolve))
        const modifiers: 'shift'[] = key.length === 1 && key !== key.toLowerCase() ? ['shift'] : []
        const keyCode = key === 'Enter' ? 'Return' : key
        webContents.sendInputEvent({ type: 'rawKeyDown', keyCode, modifiers })
        if (key.length === 1 || key === 'Enter')
          webContents.sendInputEvent({ type: 'char', keyCode, modifiers })
        webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
      }
    },
    { keys, gapMs },
  )
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    const { seenKeys, stopSeeing } = window as unknown as { seenKeys: number[]; stopSeeing: () => void }
    stopSeeing()
    return Math.max(0, ...seenKeys.slice(1).map((at, i) => at - seenKeys[i]!))
  })
}

import { spawn } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { appArguments, launch, runtime } from '../support/app.ts'

/** Shop files that a process, or one of its children, holds open. */
function openShopFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const target = readlinkSync(`/proc/${pid}/fd/${fd}`)
      return target.includes('.wellkept') ? [target] : []
    })
  } catch {
    // The process or the descriptor is gone.
    return []
  }
}

test('a second start opens no shop file, ends, and brings the first window to the front', async () => {
  const first = await launch()
  await first.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const marks = globalThis as unknown as { focused: number }
    marks.focused = 0
    const focus = window.focus.bind(window)
    window.focus = () => {
      marks.focused += 1
      focus()
    }
    window.minimize()
  })

  const seen = new Set<string>()
  const second = spawn(runtime(), appArguments({ userData: first.userData }), { stdio: 'ignore' })
  const watch = setInterval(() => {
    for (const file of openShopFiles(second.pid!)) seen.add(file)
  }, 1)
  const code = await new Promise((done) => second.once('exit', done))
  clearInterval(watch)

  expect(code).toBe(0)
  expect([...seen]).toEqual([])
  await expect
    .poll(() => first.app.evaluate(() => (globalThis as unknown as { focused: number }).focused))
    .toBe(1)
  expect(
    await first.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows()
      return { count: windows.length, visible: windows[0]!.isVisible(), minimized: windows[0]!.isMinimized() }
    }),
  ).toEqual({ count: 1, visible: true, minimized: false })
  expect(await first.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await first.close()
})

test('after a crash the next start finds the shop and is not locked out', async () => {
  const first = await launch()
  await first.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const gone = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await gone

  const next = await launch({ userData: first.userData })
  expect(await next.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await next.close()
  await first.close()
})

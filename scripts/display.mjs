import { spawn } from 'node:child_process'
import { Stop } from './run.mjs'

/** True when a window has a screen to open on. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** The variables that lead to a screen: none where there is one, else those of an invisible one that ends with us. */
export async function needDisplay() {
  if (hasDisplay()) return {}
  // Not xvfb-run: a signal would end its shell and the screen before the app has saved.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      // In its own group, where a Ctrl-C in the terminal does not reach it.
      detached: true,
    },
  )
  const number = await new Promise((resolve, reject) => {
    server.once('error', () => reject(new Stop('There is no display, and Xvfb could not be started.')))
    server.once('exit', () => reject(new Stop('There is no display, and Xvfb ended at once.')))
    server.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()))
  })
  server.unref()
  server.stdio[3].unref()
  process.once('exit', () => server.kill())
  return { DISPLAY: `:${number}` }
}

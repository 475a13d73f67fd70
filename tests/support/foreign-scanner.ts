import type { Page } from '@playwright/test'

const french: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'à&é"\'(-è_ç'].map((text, n) => [`Digit${n}`, text])),
  KeyA: 'q',
  KeyQ: 'a',
  KeyW: 'z',
  KeyZ: 'w',
  KeyM: ',',
}

const ends: Readonly<Record<string, string>> = { Enter: '\r', Tab: '' }

/** Types a code as a scanner with an American keyboard does, into a PC with that or a French one; the keys say themselves when they came. */
export async function scanAbroad(
  page: Page,
  { keys, pc, gapMs = 5 }: { keys: readonly string[]; pc: 'american' | 'french'; gapMs?: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const began = Date.now() / 1000
  await Promise.all(
    keys.flatMap((meant, i) => {
      const isLetter = /^[a-z]$/i.test(meant)
      const code = meant in ends ? meant : `${isLetter ? 'Key' : 'Digit'}${meant.toUpperCase()}`
      const isShifted = /^[A-Z]$/.test(meant)
      const written = (pc === 'french' ? french[code] : undefined) ?? meant.toLowerCase()
      const key = meant in ends ? meant : isShifted ? written.toUpperCase() : written
      const virtualKey = meant === 'Enter' ? 13 : meant === 'Tab' ? 9 : meant.toUpperCase().charCodeAt(0)
      const pressed = {
        key,
        code,
        windowsVirtualKeyCode: virtualKey,
        modifiers: isShifted ? 8 : 0,
        timestamp: began + (i * gapMs) / 1000,
      }
      const text = ends[meant] ?? key
      return [
        session.send('Input.dispatchKeyEvent', {
          ...pressed,
          type: text === '' ? 'rawKeyDown' : 'keyDown',
          text,
        }),
        session.send('Input.dispatchKeyEvent', { ...pressed, type: 'keyUp' }),
      ]
    }),
  )
  await session.detach()
}

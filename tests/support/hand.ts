import type { ElectronApplication, Locator, Page } from '@playwright/test'

/**
 * The keystroke-level model's times, ms (Card, Moran, Newell: The keystroke-level model for user performance time with interactive
 * systems, 1980): a key of an average typist, pointing, the button, between keyboard and mouse, and a decision.
 */
const human = { key: 200, point: 1100, button: 200, home: 400, think: 1350 }

/** As fast as keys can come without being taken for a scanner's. */
const quick = { key: 70, point: 0, button: 0, home: 0, think: 0 }

const pace = process.env['WELLKEPT_PACE'] === 'human' ? human : quick

/** What a hand has done so far. */
interface Work {
  readonly keys: number
  readonly clicks: number
}

/** One owner's hand: every key and click is counted, and takes its time. */
export interface Hand {
  /** A key or a combination, such as `Control+Shift+P`; each key of it counts. */
  key(combination: string): Promise<void>
  /** The key of an item of the menu: the desktop takes it, past the page. */
  menuKey(combination: string): Promise<void>
  /** Text; a capital counts twice, for its Shift. */
  type(text: string): Promise<void>
  click(target: Locator): Promise<void>
  /** Where the owner has to decide what comes next. */
  think(): Promise<void>
  work(): Work
}

/** A hand that rests on the keyboard. */
export function handOn({ app, page }: { readonly app: ElectronApplication; readonly page: Page }): Hand {
  let keys = 0
  let clicks = 0
  let isAtMouse = false
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
  const press = async (count: number) => {
    keys += count
    await wait((isAtMouse ? pace.home : 0) + count * pace.key)
    isAtMouse = false
  }
  return {
    async key(combination) {
      await press(combination.split('+').length)
      await page.keyboard.press(combination)
    },
    async menuKey(combination) {
      await press(combination.split('+').length)
      const isThere = await app.evaluate(
        ({ Menu, BrowserWindow }, accelerator) => {
          const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? [])
          const item = items.find((one) => one.accelerator === accelerator)
          item?.click({ triggeredByAccelerator: true }, BrowserWindow.getAllWindows()[0]!, undefined)
          return item !== undefined
        },
        combination.replace('Control', 'CmdOrCtrl'),
      )
      if (!isThere) throw new Error(`No item of the menu has the key ${combination}`)
    },
    async type(text) {
      for (const character of text) {
        await press(/\p{Lu}/u.test(character) ? 2 : 1)
        await page.keyboard.type(character)
      }
    },
    async click(target) {
      clicks += 1
      await target.waitFor()
      await wait((isAtMouse ? 0 : pace.home) + pace.point + pace.button)
      isAtMouse = true
      await target.click()
    },
    think: () => wait(pace.think),
    work: () => ({ keys, clicks }),
  }
}

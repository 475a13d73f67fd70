import type { Theme } from '../../src/core/machine/theme.ts'

/*
 * What `src/main` asks of Electron where the window is tested in a browser. Only what needs no Electron to be answered
 * honestly: what has to be Electron's own - windows, the menu, printing - is tested in Electron.
 */

/** What the next dialogs answer: a path or a button's place, or nothing where the owner cancels. */
export interface Answers {
  readonly open?: string | null
  readonly save?: string | null
  readonly button?: number
}

/** The window as its handlers see it. */
export interface StandInWindow {
  answers: Answers
  copied: string
  opened: string
  readonly webContents: object
  isDestroyed(): boolean
  once(event: string, listener: () => void): void
}

type Handler = (event: object, ...sent: unknown[]) => Promise<unknown>

/** The window that is being made or used: a test has one at a time. */
let shown: { readonly window: StandInWindow; readonly wear: (theme: Theme) => void } | undefined
const handlers = new Map<string, Handler>()

/** Says which window is the one; returns how what was registered since is asked, by its channel. */
export function showIn(
  window: StandInWindow,
  wear: (theme: Theme) => void,
  register: () => void,
): (channel: string, ...asked: Parameters<Handler>) => Promise<unknown> {
  shown = { window, wear }
  register()
  const own = new Map(handlers)
  return (channel, ...asked) => own.get(channel)!(...asked)
}

export const ipcMain = {
  handle(channel: string, answer: Handler): void {
    handlers.set(channel, answer)
  },
}

export const dialog = {
  async showOpenDialog({ answers: { open } }: StandInWindow) {
    return { canceled: !open, filePaths: open ? [open] : [] }
  },
  async showSaveDialog({ answers: { save } }: StandInWindow) {
    return { canceled: !save, filePath: save ?? '' }
  },
  async showMessageBox({ answers: { button } }: StandInWindow, { cancelId }: { readonly cancelId: number }) {
    return { response: button ?? cancelId, checkboxChecked: false }
  },
}

export const clipboard = {
  writeText(text: string): void {
    shown!.window.copied = text
  },
}

export const nativeTheme = {
  set themeSource(theme: Theme) {
    shown!.wear(theme)
  },
}

export const Menu = { getApplicationMenu: () => null }
export const app = { getLocale: () => 'en-US' }
export const protocol = {}
export const shell = {
  showItemInFolder: () => {},
  openPath: async () => '',
  async openExternal(url: string): Promise<void> {
    shown!.window.opened = url
  },
}

/** Printing is Electron's. */
export class BrowserWindow {
  constructor() {
    throw new Error('what is printed is tested in Electron')
  }
}

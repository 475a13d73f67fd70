import { existsSync } from 'node:fs'
import {
  app,
  dialog,
  Menu,
  type BrowserWindow,
  type KeyboardEvent,
  type MenuItemConstructorOptions,
} from 'electron'
import { themes, type Theme } from '../core/machine/theme.ts'
import { captures, pages } from '../core/machine/menu-entries.ts'
import type { News } from '../core/machine/news.ts'
import type { Result } from '../core/result.ts'
import { sampleCountryFor, sampleTrades, sampleTradeWords } from '../core/shop/sample.ts'
import type { MachineHandlers } from './machine-handlers.ts'
import { recentWords } from './recent-shops.ts'
import type { Settings } from './settings-file.ts'
import type { ShopFile } from './shop-file.ts'
import { setTheme } from './theme.ts'

const themeNames: Record<Theme, string> = { system: '&As the PC', light: '&Light', dark: '&Dark' }

interface Parts {
  readonly window: () => BrowserWindow
  readonly handlers: MachineHandlers
  readonly settings: Settings
  readonly shopFile: Pick<ShopFile, 'recent' | 'change'>
  readonly tell: (news: News) => void
}

/** The application menu, every item with an access key. */
export function installMenu(parts: Parts): void {
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { label: '&File', submenu: file(parts) },
      { label: '&Edit', submenu: edit(parts) },
      { label: '&View', submenu: view(parts) },
      { label: '&Help', submenu: help(parts) },
    ]),
  )
}

/** Sends the window one of its commands: `undo`, `palette`, `go:/stock`, `capture:promise`. */
const command = ({ tell }: Parts, words: string) => ({ click: () => tell({ kind: 'menu', command: words }) })

/** Makes a machine call; there is no form to show its problem in, so a box does. */
const run = (parts: Parts, name: 'shop.openOther' | 'shop.startNew' | 'shop.moveIn') => ({
  click: () => void parts.handlers[name]({}, {}).then((result) => showProblem(parts, result)),
})

function showProblem({ window }: Parts, result: Result<unknown>): void {
  if (!result.ok) void dialog.showMessageBox(window(), { type: 'warning', message: result.problem.message })
}

/** The owner's shops; one whose file is not there now cannot be chosen. */
const recent = (parts: Parts): MenuItemConstructorOptions[] =>
  parts.shopFile.recent().map((shop, index, all) => ({
    label: `&${index + 1} ${plain(recentWords(shop, all, app.getLocale()))}`,
    enabled: existsSync(shop.path),
    click: () => void parts.shopFile.change(shop.path).then((result) => showProblem(parts, result)),
  }))

/** The sample shops of the PC's country; the first page offers those of others too. */
const samples = (parts: Parts): MenuItemConstructorOptions[] => {
  const { 'shop.openSample': open } = parts.handlers
  return sampleTrades.map((trade, index) => ({
    label: `&${index + 1} ${sampleTradeWords[trade]}`,
    click() {
      const of = { trade, country: sampleCountryFor(app.getLocaleCountryCode()) }
      void open({ of }, {}).then((result) => showProblem(parts, result))
    },
  }))
}

/** In a label & marks the access key. */
const plain = (text: string): string => text.replaceAll('&', '&&')

const file = (parts: Parts): MenuItemConstructorOptions[] => [
  ...captures.map(({ name, label, letter }) => ({
    label,
    ...shownKey(`CmdOrCtrl+Shift+${letter}`),
    ...command(parts, `capture:${name}`),
  })),
  { type: 'separator' },
  { label: '&Open shop…', accelerator: 'CmdOrCtrl+O', ...run(parts, 'shop.openOther') },
  { label: '&Recent shops', visible: parts.shopFile.recent().length > 0, submenu: recent(parts) },
  { label: '&New shop…', ...run(parts, 'shop.startNew') },
  { label: '&Sample shop', submenu: samples(parts) },
  { type: 'separator' },
  { label: '&Move to a new PC…', ...command(parts, 'go:/settings?move=1') },
  { label: '&File from another PC…', ...run(parts, 'shop.moveIn') },
  { type: 'separator' },
  { label: '&Quit', role: 'quit' },
]

/** A command that the page is told to be from a key, or chosen in the menu. */
const keyOr = ({ tell }: Parts, command: string) => ({
  click: (_item: unknown, _window: unknown, event?: KeyboardEvent) =>
    tell({ kind: 'menu', command: event?.triggeredByAccelerator ? `${command}:key` : command }),
})

const edit = (parts: Parts): MenuItemConstructorOptions[] => [
  // The page takes both keys where nothing is typed, and a text field while it has something to take back: they come here
  // only from an empty-handed field, or where no page is.
  { label: '&Undo', accelerator: 'CmdOrCtrl+Z', ...keyOr(parts, 'undo') },
  { label: '&Redo', accelerator: 'CmdOrCtrl+Shift+Z', ...keyOr(parts, 'redo') },
  { label: '&History', ...command(parts, 'go:/history') },
  { type: 'separator' },
  { label: 'Cu&t', role: 'cut' },
  { label: '&Copy', role: 'copy' },
  { label: '&Paste', role: 'paste' },
  { label: 'Select &all', role: 'selectAll' },
]

const view = (parts: Parts): MenuItemConstructorOptions[] => [
  ...pages.map(({ label, path }, index) => ({
    label,
    accelerator: `CmdOrCtrl+${index + 1}`,
    ...command(parts, `go:${path}`),
  })),
  { type: 'separator' },
  { label: 'Se&arch everywhere', ...shownKey('CmdOrCtrl+K'), ...command(parts, 'palette') },
  { type: 'separator' },
  {
    label: 'Colo&urs',
    submenu: themes.map((name) => ({
      id: `theme-${name}`,
      label: themeNames[name],
      type: 'radio',
      checked: name === parts.settings.get('theme'),
      click: () => setTheme(parts, name),
    })),
  },
  { label: 'Zoom &in', role: 'zoomIn' },
  { label: 'Zoom &out', role: 'zoomOut' },
  { label: 'Actual si&ze', role: 'resetZoom' },
  ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
]

const help = (parts: Parts): MenuItemConstructorOptions[] => [
  { label: 'A&ttributions', ...command(parts, 'go:/attributions') },
  { type: 'separator' },
  { label: '&About Wellkept', click: () => app.showAboutPanel() },
]

/** Shown in the menu; the page itself listens to the key. */
const shownKey = (accelerator: string) => ({ accelerator, registerAccelerator: false })

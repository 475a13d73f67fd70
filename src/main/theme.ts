import { Menu, nativeTheme } from 'electron'
import type { News } from '../core/machine/news.ts'
import type { Theme } from '../core/machine/theme.ts'
import type { Settings } from './settings-file.ts'

interface Parts {
  readonly settings: Settings
  readonly tell: (news: News) => void
}

/** Light, dark or as the PC says, from now on and in the menu. */
export function setTheme({ settings, tell }: Parts, theme: Theme): void {
  settings.set({ theme })
  nativeTheme.themeSource = theme
  const item = Menu.getApplicationMenu()?.getMenuItemById(`theme-${theme}`)
  if (item) item.checked = true
  tell({ kind: 'changed', stale: ['window.settings'] })
}

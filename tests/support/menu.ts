import type { LaunchedApp } from './app.ts'

/** Chooses an item of the application menu by the labels that lead to it, without their access keys. */
export const choose = ({ app }: LaunchedApp, ...path: string[]): Promise<void> =>
  app.evaluate(({ Menu, BrowserWindow }, labels) => {
    let items = Menu.getApplicationMenu()!.items
    for (const [depth, label] of labels.entries()) {
      const item = items.find((one) => one.label.replace('&', '') === label)
      if (!item) throw new Error(`no ${label} in the menu`)
      if (depth === labels.length - 1)
        item.click({ triggeredByAccelerator: false }, BrowserWindow.getAllWindows()[0]!, undefined)
      else items = item.submenu!.items
    }
  }, path)

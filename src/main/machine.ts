import { clipboard, shell, type BrowserWindow } from 'electron'
import { isWayLink } from '../core/customers/open-ways.ts'
import type { News } from '../core/machine/news.ts'
import { fail, ok } from '../core/result.ts'
import { backupHandlers } from './backups/handlers.ts'
import type { Keeper } from './backups/keeper.ts'
import type { Files } from './files.ts'
import type { LastWords } from './last-words.ts'
import type { MachineHandlers } from './machine-handlers.ts'
import { writeProblem, type Paper } from './print.ts'
import { askAboutSame, askAboutSample } from './questions.ts'
import type { Settings } from './settings-file.ts'
import type { ShopFile } from './shop-file.ts'
import { chooseStaff, staffAt } from './staff-here.ts'
import { setTheme } from './theme.ts'
import { writeWhole } from './write-whole.ts'

interface Parts {
  readonly window: () => BrowserWindow
  readonly shopFile: ShopFile
  readonly files: Files
  readonly paper: Paper
  readonly settings: Settings
  readonly lastWords: LastWords
  readonly keeper: Keeper
  /** Where shops live unless the owner puts them elsewhere. */
  readonly shops: string
  /** The window's calls that are under way, by the id it gave them. */
  readonly running: ReadonlyMap<string, AbortController>
  readonly tell: (news: News) => void
}

/** Files, dialogs, printing and the window. */
export function machineHandlers(parts: Parts): MachineHandlers {
  const { window, shopFile, files, paper, settings } = parts
  /** What was saved as a PDF or a mail draft, by its path. */
  const saved = new Set<string>()
  return {
    ...backupHandlers(
      {
        ...parts,
        ask: (what) => files.ask(window(), what),
        askAboutSame: (same) => askAboutSame(window(), same),
      },
      (theme) => setTheme(parts, theme),
    ),
    'shop.state': async () => ok(await shopFile.state()),
    'shop.openSample': ({ of }, asked) =>
      shopFile.openSample(() => askAboutSample(window()), { of, ...asked }),
    'shop.backToOwn': () => shopFile.backToOwn(),
    'shop.openRecent': ({ id }) => shopFile.openRecent(id),
    'shop.tryAgain': () => shopFile.tryAgain(),
    async 'shop.openOther'() {
      const path = await files.ask(window(), 'shop', shopFile.folder())
      return path === undefined ? ok(await shopFile.state()) : shopFile.change(path)
    },
    'shop.startNew': () =>
      shopFile.startNew(() => files.askWhereToSave(window(), 'Start a new shop', 'My shop', 'wellkept')),
    async 'shop.cancel'({ callId }) {
      parts.running.get(callId)?.abort()
      return ok(null)
    },

    async 'window.wrote'({ id }) {
      parts.lastWords.written(id)
      return ok(null)
    },

    async 'files.choose'({ what }) {
      const path = await files.ask(window(), what)
      return ok(path === undefined ? null : files.give(path))
    },
    async 'files.chooseWhere'({ name, extension }) {
      const path = await files.askWhereToSave(window(), 'Save what is left out', name, extension)
      return ok(path === undefined ? null : files.give(path))
    },
    async 'files.show'({ path }) {
      shell.showItemInFolder(path)
      return ok(null)
    },

    async 'files.open'({ path }) {
      // Nothing but what was written here goes to another program.
      const wrong = saved.has(path) ? await shell.openPath(path) : 'not ours'
      return wrong === ''
        ? ok(null)
        : fail('not-opened', 'No program on this PC opens the file. It is kept where you saved it.')
    },

    async 'letters.saveMail'(input, { shop }) {
      const mail = await shopFile.call('letters.mail', input, { shop })
      if (!mail.ok) return mail
      const { fileName, eml } = mail.value as { fileName: string; eml: string }
      const path = await files.askWhereToSave(window(), 'Save the mail draft', fileName, 'eml')
      if (path === undefined) return ok(null)
      try {
        await writeWhole(path, new TextEncoder().encode(eml))
      } catch (error) {
        return writeProblem(error)
      }
      saved.add(path)
      return ok({ ...files.give(path), isOpen: (await shell.openPath(path)) === '' })
    },

    async 'customers.openWay'(way, { shop }) {
      const link = await shopFile.call('customers.wayLink', way, { shop })
      if (!link.ok) return link
      const { url } = link.value as { url: string }
      const none = fail('not-opened', 'No program on this PC opens this. Copy it, or use another way.')
      if (!isWayLink(url)) return none
      return shell.openExternal(url).then(
        () => ok(null),
        () => none,
      )
    },

    'paper.preview': (sheet, { shop }) => paper.preview(sheet, shop),
    async 'paper.save'(sheet, { shop }) {
      const pdf = await paper.pdf(sheet, shop)
      if (!pdf.ok) return pdf
      const path = await files.askWhereToSave(window(), 'Save as PDF', pdf.value.title, 'pdf')
      if (path === undefined) return ok(null)
      try {
        await writeWhole(path, pdf.value.bytes)
      } catch (error) {
        return writeProblem(error)
      }
      saved.add(path)
      await paper.mark(sheet, shop)
      return ok(files.give(path))
    },
    async 'paper.print'(sheet, { shop }) {
      const printed = await paper.print(sheet, shop)
      if (printed.ok && printed.value.printed) await paper.mark(sheet, shop)
      return printed
    },

    async 'window.copyText'({ text }) {
      await clipboard.writeText(text)
      return ok(null)
    },
    'staff.chosen': async () => ok({ staffId: staffAt(settings, shopFile.path()) ?? null }),
    async 'staff.choose'({ staffId }) {
      chooseStaff(settings, shopFile.path(), staffId)
      parts.tell({ kind: 'changed', stale: ['staff.chosen'] })
      return ok(null)
    },

    'window.settings': async () => ok({ theme: settings.get('theme') }),
    async 'window.setTheme'({ theme }) {
      setTheme(parts, theme)
      return ok({ theme })
    },
  }
}

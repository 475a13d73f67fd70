import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { ImportWhat } from '../core/feature-calls.ts'
import type { Chosen } from '../core/machine/calls.ts'
import { safeName } from './write-whole.ts'

const table = [
  { name: 'Tables and address cards', extensions: ['csv', 'tsv', 'txt', 'vcf'] },
  { name: 'All files', extensions: ['*'] },
]
const shopFile = [{ name: 'Wellkept shops', extensions: ['wellkept'] }]

const dialogs = {
  folder: { title: 'Choose a folder', properties: ['openDirectory', 'createDirectory'] },
  backups: {
    title: 'Choose where copies of the backups go',
    properties: ['openDirectory', 'createDirectory'],
  },
  move: {
    title: 'Choose where the file for the new PC goes',
    properties: ['openDirectory', 'createDirectory'],
  },
  moved: {
    title: 'Choose the shop file from the other PC',
    filters: [{ name: 'Wellkept shops', extensions: ['wellkept', 'backup'] }],
    properties: ['openFile'],
  },
  shop: { title: 'Open a shop', filters: shopFile, properties: ['openFile'] },
} satisfies Record<string, OpenDialogOptions>

/** What a dialog asks for. */
type Asked = ImportWhat | keyof typeof dialogs

/** The contract is built by who asks first, not by the start. */
async function dialogFor(what: Asked): Promise<OpenDialogOptions> {
  const { fileLists } = await import('../core/feature-calls.ts')
  const list = fileLists.find((one) => one.what === what)
  if (list) return { title: list.choose, filters: table, properties: ['openFile'] }
  return dialogs[what as keyof typeof dialogs]
}

/** Files and folders the owner chose; the window gets a handle, the path stays here. */
export interface Files {
  give(path: string): Chosen
  /** The path behind a handle, if we gave it out. */
  pathOf(handle: unknown): string | undefined
  /** The path the owner chose in a dialog that starts in `folder`, or undefined. */
  ask(window: BrowserWindow, what: Asked, folder?: string): Promise<string | undefined>
  askWhereToSave(
    window: BrowserWindow,
    title: string,
    name: string,
    extension: string,
  ): Promise<string | undefined>
}

/** `home` is the folder the dialogs start in. */
export function openFiles(home: () => string): Files {
  const paths = new Map<string, string>()
  return {
    give(path) {
      const handle = randomUUID()
      paths.set(handle, path)
      return { handle, name: basename(path) }
    },
    pathOf: (handle) => (typeof handle === 'string' ? paths.get(handle) : undefined),
    async ask(window, what, folder) {
      const start = folder === undefined ? {} : { defaultPath: folder }
      const answer = await dialog.showOpenDialog(window, { ...(await dialogFor(what)), ...start })
      return answer.canceled ? undefined : answer.filePaths[0]
    },
    async askWhereToSave(window, title, name, extension) {
      const defaultPath = join(home(), `${safeName(name)}.${extension}`)
      const filters = [{ name: extension.toUpperCase(), extensions: [extension] }]
      const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath, filters })
      if (canceled || !filePath) return undefined
      return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
    },
  }
}

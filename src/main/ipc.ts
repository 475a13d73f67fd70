import { basename, isAbsolute } from 'node:path'
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { CallKind } from '../core/call.ts'
import type { CallName, Calls, MachineName } from '../core/calls.ts'
import type { DroppedFile } from '../core/machine/dropped.ts'
import type { News } from '../core/machine/news.ts'
import { fail, ok, type Answered, type Result } from '../core/result.ts'
import { sentInput } from '../core/sent-input.ts'
import type { Files } from './files.ts'
import type { FirstAnswers } from './first-answers.ts'
import type { Log } from './log.ts'
import type { MachineHandlers } from './machine-handlers.ts'
import { isPlainJson } from './plain-json.ts'
import type { ShopFile } from './shop-file.ts'
import type { Progress } from './store/context.ts'
import type { Asked, Watch } from './store/thread.ts'

interface Parts {
  readonly window: () => BrowserWindow | undefined
  /** The only origin that may call. */
  readonly origin: string
  readonly files: Files
  readonly shopFile: ShopFile
  readonly first: FirstAnswers
  readonly handlers: MachineHandlers
  readonly running: Map<string, AbortController>
  readonly tell: (news: News) => void
  readonly log: Log
}

const refused = fail('refused', 'Wellkept does not take this request. Nothing was changed.')

/** Answers the window's calls; every failure is a value without a stack or a path. */
export function answerCalls(parts: Parts): void {
  const contract = () => import('../core/calls.ts')
  // Building the contract takes a while, and nothing the window shows first needs it.
  parts.window()?.once('ready-to-show', () => void contract())
  ipcMain.handle(
    'call',
    async (
      event,
      name: unknown,
      input: unknown,
      callId: unknown,
      shop: unknown,
    ): Promise<Answered<unknown>> => {
      if (!isOurs(event, parts.window(), parts.origin)) return refused
      if (typeof name !== 'string' || !isPlainJson(input)) return refused
      try {
        const first = parts.first.take(name, input)
        if (first) return await first
        const { calls } = await contract()
        if (!Object.hasOwn(calls, name)) return refused
        const id = typeof callId === 'string' && callId.length <= 100 ? callId : undefined
        const meant = meantFor(shop, calls[name as CallName].kind)
        const work = (watch: Watch) => answer(parts, calls, name as CallName, input, { ...watch, ...meant })
        return await watched(parts, id, work)
      } catch (error) {
        parts.log(name, error)
        return fail('bug', 'Something went wrong inside Wellkept. Try again; if it happens again, tell us.')
      }
    },
  )
}

/** So many files are looked at of one drop. */
const mostDropped = 20
const tooMany = `Only ${mostDropped} files are looked at at once. Drop this one again.`

/** Tells the window what the files that were dropped on it are, each by a handle. The preload names them; a page cannot. */
export function hearDrops(parts: Pick<Parts, 'window' | 'origin' | 'files' | 'tell' | 'log'>): void {
  ipcMain.handle('dropped', async (event, paths: unknown): Promise<void> => {
    if (!isOurs(event, parts.window(), parts.origin) || !Array.isArray(paths)) return
    const named = paths.filter((path) => typeof path === 'string' && isAbsolute(path)) as string[]
    try {
      const { lookAtDropped } = await import('./dropped.ts')
      const files: DroppedFile[] = []
      for (const path of named.slice(0, mostDropped)) files.push(await lookAtDropped(path, parts.files))
      if (named.length > mostDropped)
        files.push(...named.slice(mostDropped).map((path) => ({ name: basename(path), refused: tooMany })))
      if (files.length > 0) parts.tell({ kind: 'dropped', files })
    } catch (error) {
      parts.log('dropped', error)
    }
  })
}

/** Only the page of our own window: no other window, no frame in it, no other origin that got into it. */
function isOurs(
  { sender, senderFrame }: IpcMainInvokeEvent,
  window: BrowserWindow | undefined,
  origin: string,
) {
  if (!window || window.isDestroyed() || sender !== window.webContents || !senderFrame) return false
  const isPage = senderFrame.origin === origin && senderFrame.url.startsWith(`${origin}/`)
  return isPage && senderFrame === window.webContents.mainFrame
}

/** The opening of a shop file that a call is meant for; a write that names none is meant for none. */
function meantFor(shop: unknown, kind: CallKind): Pick<Asked, 'shop'> {
  if (typeof shop === 'string') return { shop }
  return kind === 'write' ? { shop: '' } : {}
}

async function watched<T>(
  { running, tell }: Parts,
  callId: string | undefined,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  if (callId === undefined || running.has(callId)) return work({})
  const controller = new AbortController()
  running.set(callId, controller)
  try {
    const onProgress = (progress: Progress) => tell({ kind: 'progress', callId, ...progress })
    return await work({ signal: controller.signal, onProgress })
  } finally {
    running.delete(callId)
  }
}

async function answer(
  parts: Parts,
  calls: Calls,
  name: CallName,
  sent: unknown,
  asked: Asked,
): Promise<Answered<unknown>> {
  const def = calls[name]
  const input = withPaths(parts.files, def.paths, sent)
  if (!input.ok) return input
  if (def.kind !== 'machine') return parts.shopFile.call(name, input.value, asked)
  const given = sentInput(def, input.value)
  if (!given.ok) return refused
  const handler = parts.handlers[name as MachineName] as (
    input: unknown,
    asked: Asked,
  ) => Promise<Result<unknown>>
  return handler(given.value, asked)
}

/** Puts the paths in the place of the handles; a path itself, or a handle of another run, is refused. */
function withPaths(files: Files, fields: readonly string[], sent: unknown): Result<unknown> {
  if (fields.length === 0 || typeof sent !== 'object' || sent === null) return ok(sent)
  const input: Record<string, unknown> = { ...sent }
  for (const field of fields) {
    if (input[field] === undefined) continue
    const path = files.pathOf(input[field])
    if (path === undefined) return fail('unknown-file', 'Choose the file again. Nothing was changed.', field)
    input[field] = path
  }
  return ok(input)
}

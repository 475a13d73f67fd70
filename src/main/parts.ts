import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { News } from '../core/machine/news.ts'
import { keepBackups } from './backups/keeper.ts'
import { startClock } from './clock.ts'
import { openFiles } from './files.ts'
import { answerAhead } from './first-answers.ts'
import { lastWords } from './last-words.ts'
import type { Log } from './log.ts'
import { openPrint } from './print.ts'
import type { Settings } from './settings-file.ts'
import { keepShopFile } from './shop-file.ts'

/** Where the program finds what it needs, and how it is started. */
interface Place {
  /** The folder of the built threads. */
  readonly threads: string
  readonly userData: string
  readonly resources: string
  readonly documents: () => string
  /** The page's address, as calls must come from. */
  readonly origin: string
  readonly settings: Settings
  /** A shop file to open; '' for the last one. */
  readonly named: string
  /** The instant the clock starts at, ISO; '' for now. */
  readonly now: string | undefined
  readonly log: Log
}

/** The window, as far as there is one. */
interface Shown {
  readonly window: () => BrowserWindow | undefined
  /** Tells the window; false where there is none to tell. */
  readonly tellWindow: (news: News) => boolean
  /** A shop was opened, so that the menu lists others. */
  readonly recentChanged?: () => unknown
  /** The copy of a shop that is left is being kept. */
  readonly leaving?: (kept: Promise<void>) => unknown
}

/** The parts of the main process, put together; the window comes later. */
export function putTogether(place: Place, { window, tellWindow, recentChanged, leaving }: Shown) {
  const { threads, userData, resources, settings, log } = place
  const tell = (news: News): boolean => {
    if (news.kind === 'changed') first.forget()
    return tellWindow(news)
  }
  const words = lastWords(tell)
  const shops = join(userData, 'shops')
  const clock = startClock(place.now)
  const shopFile = keepShopFile({
    workerPath: join(threads, 'worker.js'),
    folder: shops,
    resources,
    settings,
    named: place.named,
    clock,
    events: {
      changed(stale, act) {
        keeper.noteChange(stale)
        tell({ kind: 'changed', stale, act })
      },
      bug: log,
    },
    lastWords: words.ask,
    left(path) {
      const kept = keeper.noteLeft(path)
      leaving?.(kept)
    },
    ...(recentChanged && { recentChanged }),
  })
  const keeper = keepBackups({
    workerPath: join(threads, 'backup-worker.js'),
    shopFile,
    settings,
    clock,
    tell: (stale) => void tell({ kind: 'changed', stale }),
    log,
  })
  const first = answerAhead(shopFile)
  return {
    window: () => window()!,
    origin: place.origin,
    shopFile,
    keeper,
    shops,
    first,
    files: openFiles(place.documents),
    paper: openPrint((name, input, shop) => shopFile.call(name, input, { shop }), resources),
    settings,
    lastWords: words,
    running: new Map<string, AbortController>(),
    tell,
    log,
  }
}

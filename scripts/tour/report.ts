import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect as expectSoon } from '@playwright/test'
import type { LaunchedApp } from '../../tests/support/app.ts'
import { settled } from '../../tests/support/pages.ts'

/** A tour is no race: a busy machine may take its time. */
export const expect = expectSoon.configure({ timeout: 30_000 })

const root = resolve(import.meta.dirname, '../..')

/** The tour as it goes: the window, and what is written down about it. */
export interface Tour {
  readonly t: LaunchedApp
  /** Where everything goes that the tour makes. */
  readonly folder: string
  /** A picture of the window, once it has come to rest. */
  picture(name: string): Promise<void>
  /** A line of the summary. */
  note(words: string): void
  /** One piece of work, timed. */
  step(title: string, work: () => Promise<void>): Promise<void>
  /** Writes summary.md. */
  end(): void
}

/** Begins the tour in an emptied `tour/`; with `docs` the pictures of docs/pictures are made anew. */
export function beginTour(t: LaunchedApp, docs: boolean): Tour {
  const folder = join(root, 'tour')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const began = performance.now()
  const lines: string[] = []
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
  return {
    t,
    folder,
    async picture(name) {
      // The toast of the step before stands over the page.
      const toasts = t.page.locator('.mantine-Notification-closeButton')
      for (const toast of await toasts.all()) await toast.click({ timeout: 2000 }).catch(() => {})
      await expect(toasts).toHaveCount(0, { timeout: 10_000 })
      await settled(t.page)
      const path = join(folder, `${name}.png`)
      // A mouse that rests on a row would colour it.
      await t.page.mouse.move(0, 0)
      await t.page.screenshot({ path })
      const shown = join(root, 'docs/pictures', `${name}.png`)
      if (docs && existsSync(shown)) copyFileSync(path, shown)
      lines.push(`- ${name}.png`)
    },
    note(words) {
      lines.push(`- ${words}`)
      console.log(`  ${words}`)
    },
    async step(title, work) {
      const since = performance.now()
      console.log(title)
      lines.push('', `## ${title}`, '')
      await work()
      lines.push('', `${seconds(since)} s`)
    },
    end() {
      const head = [
        '# A day in the shop, without hands',
        '',
        `Made by \`npm run tour\` in ${seconds(began)} s.`,
      ]
      writeFileSync(join(folder, 'summary.md'), `${[...head, ...lines].join('\n')}\n`)
    },
  }
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { settled } from './pages.ts'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[]
}

interface Axe {
  run(context: Node, options: object): Promise<{ readonly violations: readonly Violation[] }>
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA, and best practice. */
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can change when only the colours change. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe finds once the page has come to rest, a line for each rule. Frames are left out: ours hold paper and mails,
 * and their sandbox lets no script in.
 */
export async function barriersOf(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: Axe }
      const options = { runOnly, resultTypes: ['violations'], iframes: false }
      return (await axe.run(document, options)).violations
    },
    rules === 'all' ? allRules : colourRules,
  )
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
  )
}

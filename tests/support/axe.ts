import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { settled } from './pages.ts'

/** WCAG 2.2 A and AA, and best practice. */
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can change when only the colours change. */
const colourRules = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe finds once the page has come to rest, a line for each rule. Frames are left out: ours hold paper and mails,
 * and their sandbox lets no script in.
 */
export async function barriersOf(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async (runOnly) => {
      const options = { runOnly, resultTypes: ['violations' as const], iframes: false }
      // Where colours are forced axe takes that of letters from a property that still says what was asked for.
      const fill = '-webkit-text-fill-color'
      const letters = matchMedia('(forced-colors: active)').matches
        ? [...document.querySelectorAll<HTMLElement>('body *')]
        : []
      for (const { element, color } of letters.map((one) => ({
        element: one,
        color: getComputedStyle(one).color,
      })))
        element.style.setProperty(fill, color)
      const found = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
      for (const element of letters) element.style.removeProperty(fill)
      return found.violations
    },
    rules === 'all' ? allRules : colourRules,
  )
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
  )
}

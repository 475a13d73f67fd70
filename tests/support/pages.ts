import { expect, type Page } from '@playwright/test'

/** The pages on the left side, by name and address, once there is a shop. */
export async function pagesOf(page: Page): Promise<{ readonly name: string; readonly path: string }[]> {
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  await expect(links).not.toHaveCount(0)
  return links.evaluateAll((all) =>
    all.map((link) => ({
      name: link.querySelector('.name')!.textContent,
      path: link.getAttribute('href')!,
    })),
  )
}

/** Goes to an address such as `#/stock?product=3` and waits until what it shows has come. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), path)
  await settled(page)
}

/** Waits until nothing is being loaded, what has come is drawn, and nothing moves or fades. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Skeleton-root:visible, .mantine-Loader-root:visible')).toHaveCount(0)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  // Asked again and again: an animation that is waited for might be one without an end.
  await page.waitForFunction(
    () => document.getAnimations().every(({ playState }) => playState !== 'running'),
    undefined,
    { timeout: 15_000 },
  )
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shown } from './shown.ts'

/** A picture of what the owner sees, for those who look at it: into the folder that WELLKEPT_PICTURES names, if any. */
export async function picture(t: Shown, name: string): Promise<void> {
  const folder = process.env['WELLKEPT_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await t.page.waitForTimeout(400)
  await t.page.screenshot({ path: join(folder, `${name}.png`) })
}

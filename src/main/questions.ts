import { app, dialog, type BrowserWindow } from 'electron'
import { apartWords, type SameShop } from '../core/backups/same-shop.ts'
import type { SampleAnswer } from './sample-file.ts'

/** In the sample shop is what somebody entered: it is never made anew unasked. */
export async function askAboutSample(window: BrowserWindow): Promise<SampleAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'You entered something in the sample shop. Go on with it, or make it afresh?',
    detail: 'Made afresh, the sample lies around today again. What you entered in it is then gone.',
    buttons: ['&Go on with it', '&Make it afresh', 'Cancel'],
    normalizeAccessKeys: true,
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['keep', 'anew'] as const)[response] ?? 'cancel'
}

/** The shop of a file from another PC is here already: which of the two it is to be. */
export async function askAboutSame(
  window: BrowserWindow,
  same: SameShop,
): Promise<'here' | 'file' | 'cancel'> {
  // Not at the start: what knows days and zones is half of a start's reading.
  const [{ formatsOfLocale }, { dayAt }] = await Promise.all([
    import('../core/formats.ts'),
    import('../core/day.ts'),
  ])
  const formats = formatsOfLocale(app.getLocale())
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const moment = (ms: number) => `${formats.fullDay(dayAt(ms, zone))} at ${formats.timeAt(ms, zone)}`
  const isFileNewer = same.file.changes > 0 && same.here.changes === 0
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `“${same.name}” is on this PC already. Open it, or put the file in its place?`,
    detail: `${apartWords(same, moment, formats)}\n\nIf the file takes its place, the shop here is backed up first, and Settings can undo it. Who said no to mail in either of the two gets none.`,
    buttons: ['&Open the one here', '&Put the file in its place', 'Cancel'],
    normalizeAccessKeys: true,
    defaultId: isFileNewer ? 1 : 0,
    cancelId: 2,
    noLink: true,
  })
  return (['here', 'file'] as const)[response] ?? 'cancel'
}

import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import type { InputOf } from '../core/call.ts'
import type { Calls } from '../core/calls.ts'
import { typefacesHere } from '../core/printed.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { diskSays } from './disk-codes.ts'
import { origin, type Sheets } from './protocol.ts'
import { typefaces } from './typefaces.ts'

type Sheet = InputOf<Calls['paper.preview']>
const contract = () => import('../core/feature-calls.ts')

type Ask = (name: string, input: unknown, shop: string | undefined) => Promise<Result<unknown>>

/** Sheets shown at the same time, with some to go back to. */
const kept = 30

const footer = `<div style="display:flex;justify-content:space-between;width:100%;margin:0 11mm;font:7pt sans-serif">
  <span class="title"></span><span>page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`

/** Sheets of paper: the same HTML is the preview, the PDF and what is printed. */
export interface Paper extends Sheets {
  /** Makes a sheet of the shop that was read and answers the address it is shown at. */
  preview(sheet: Sheet, shop: string | undefined): Promise<Result<{ readonly url: string }>>
  /** Makes a sheet and prints it to a PDF, with its title. */
  pdf(
    sheet: Sheet,
    shop: string | undefined,
  ): Promise<Result<{ readonly title: string; readonly bytes: Uint8Array }>>
  /** Makes a sheet and asks for a printer; not printed where the owner left it at that. Problems: not-printed. */
  print(sheet: Sheet, shop: string | undefined): Promise<Result<{ readonly printed: boolean }>>
  /** Keeps that a sheet is on paper, or in a PDF, where that is kept. */
  mark(sheet: Sheet, shop: string | undefined): Promise<void>
}

/** `ask` makes the store call that writes the HTML; `resources` holds the typefaces. */
export function openPrint(ask: Ask, resources: string): Paper {
  const sheets = new Map<string, string>()

  async function make({ call, input, paper }: Sheet, shop: string | undefined): Promise<Result<string>> {
    const { featureCalls } = await contract()
    const takesPaper = 'paper' in featureCalls[call].input.shape
    const answer = await ask(call, takesPaper ? { ...input, paper } : input, shop)
    if (!answer.ok) return answer
    const { html } = answer.value as { html: string }
    const id = randomUUID()
    const faces = await typefaces(resources)
    sheets.set(
      id,
      html.replace(typefacesHere, () => faces),
    )
    if (sheets.size > kept) sheets.delete(sheets.keys().next().value!)
    return ok(`${origin}/preview/${id}`)
  }

  return {
    sheetOf: (id) => sheets.get(id),
    async preview(sheet, shop) {
      const url = await make(sheet, shop)
      return url.ok ? ok({ url: url.value }) : url
    },
    async pdf(sheet, shop) {
      const url = await make(sheet, shop)
      return url.ok ? ok(await inWindow(url.value, (window) => printed(window, sheet))) : url
    },
    async print(sheet, shop) {
      const url = await make(sheet, shop)
      return url.ok ? inWindow(url.value, (window) => toPrinter(window, sheet)) : url
    },
    async mark({ call, input }, shop) {
      const { featureCalls } = await contract()
      const { marks } = featureCalls[call].sheet
      if (marks)
        await ask(marks.call, Object.fromEntries(marks.fields.map((name) => [name, input[name]])), shop)
    },
  }
}

/** Works with a page that nobody sees. */
async function inWindow<T>(url: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, javascript: false, spellcheck: false, devTools: false },
  })
  try {
    await window.loadURL(url)
    return await work(window)
  } finally {
    window.destroy()
  }
}

async function printed({ webContents }: BrowserWindow, { call, paper }: Sheet) {
  const { featureCalls } = await contract()
  const bytes = await webContents.printToPDF({
    pageSize: paper,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: featureCalls[call].sheet.pageNumbers,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  })
  return { title: webContents.getTitle(), bytes }
}

/** Chromium says so where the owner closes the dialog. */
const leftAtThat = /cancel/i

const toPrinter = ({ webContents }: BrowserWindow, { paper }: Sheet): Promise<Result<{ printed: boolean }>> =>
  new Promise((answer) => {
    webContents.print({ pageSize: paper, printBackground: true }, (success, why) => {
      if (success || leftAtThat.test(why)) answer(ok({ printed: success }))
      else
        answer(
          fail(
            'not-printed',
            'Nothing was printed: this PC found no printer for it. Save it as a PDF, and print that.',
          ),
        )
    })
  })

/** Why a file could not be written, in a sentence; other errors are bugs and are thrown on. */
export function writeProblem(error: unknown): Result<never> {
  const said = diskSays(error)
  if (said === 'full')
    return fail('disk-full', 'The disk is full. No file was written. Free some space and try again.')
  if (said !== undefined)
    return fail(
      'not-written',
      'The file could not be written there. Choose another folder, or close the program that holds it.',
    )
  throw error
}

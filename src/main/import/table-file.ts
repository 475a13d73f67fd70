import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { analyse } from 'chardet'
import { noFormats, type Formats } from '../../core/formats.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { guessDelimiter, mostLinesAbove, sepLine, type Delimiter } from '../../core/import/delimiter.ts'
import {
  byteOrderMark,
  mostlyUtf8,
  tellCodePage,
  unmarkedUtf16,
  type Encoding,
} from '../../core/import/encoding.ts'
import { holdsCards, type CardsReader, type Decode } from '../../core/import/cards.ts'
import { uniqueHeader } from '../../core/import/mapping.ts'
import { records, type TableRow } from '../../core/import/records.ts'
import { withoutWhy } from '../../core/import/refused.ts'
import type { LineMessage } from '../../core/import/report.ts'
import { diskSays } from '../disk-codes.ts'

/** A text table, read whole. Header names occur once each. */
export interface TableFile {
  readonly format: 'csv' | 'cards'
  /** Tells its bytes from any others. */
  readonly digest: string
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  /** What was odd about the file itself, by line. */
  readonly problems: readonly LineMessage[]
}

export interface ReadOptions {
  /** In which numbers are written of what was odd. */
  readonly formats?: Formats
  /** Of the bytes that are meant; without, whatever is there. */
  readonly digest?: string
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  /** Only so many bytes, to see what it is of; the last line may be cut short. */
  readonly head?: number
  /** How address cards are read; without, they are refused. */
  readonly cards?: CardsReader | undefined
  /** How many of a line's cells are names of columns that are looked for: reports may set lines above the header. */
  readonly known?: (cells: readonly string[]) => number
  /** Awaited between slices of work of a few ms; `done` and `total` are bytes or characters. */
  readonly step?: (done: number, total: number, words: string) => Promise<void>
}

const mostBytes = 200 * 1024 * 1024
const chunkBytes = 1024 * 1024
const sampleBytes = 256 * 1024
const rowsASlice = 500

/**
 * Reads CSV or TSV in UTF-8, UTF-16 or a Windows code page; what is not given is guessed.
 * Problems: no-file, a-folder, too-big, no-access, file-changed, a-workbook, empty.
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<Result<TableFile>> {
  const { formats = noFormats } = options
  const read = await readBytes(path, options)
  if (!read.ok) return read
  const { bytes, digest } = read.value
  if (options.digest !== undefined && digest !== options.digest) return changedSinceShown
  if (isWorkbook(bytes)) return workbook
  const encoding = options.encoding ?? guessEncoding(bytes)
  const raw = await decode(bytes, encoding, options)
  const text = raw.includes('\0') ? raw.replaceAll('\0', '') : raw
  if (holdsCards(text)) return readCards(text, { digest, encoding }, options)
  const sep = sepLine(text)
  const start = sep?.length ?? 0
  const delimiter =
    options.delimiter ??
    sep?.delimiter ??
    guessDelimiter(text.slice(start, start + sampleBytes), options.known)
  const problems: LineMessage[] = []
  if (text.length < raw.length)
    problems.push({ line: 1, message: leftOut(raw.length - text.length, formats) })
  for (const problem of unread(text, formats)) problems.push(problem)
  const all: TableRow[] = []
  for (const row of records(text, delimiter, problems, start, sep ? 2 : 1)) {
    all.push(row)
    if (all.length % rowsASlice === 0)
      await options.step?.(Math.min(all.length * 100, text.length), text.length, 'Reading the file')
  }
  const above = options.known ? linesAbove(all, options.known) : 0
  const [first, ...rows] = withoutWhy(all.slice(above))
  if (first && above > 0)
    problems.push({
      line: first.line,
      message: 'The columns are named in this line. The lines above were left out.',
    })
  if (!first) return fail('empty', 'The file is empty. Nothing was changed. Choose another file.')
  const header = uniqueHeader(first.cells)
  for (const { line, cells } of rows) {
    const extra = cells.slice(header.length).filter((cell) => cell.trim() !== '').length
    if (extra > 0)
      problems.push({
        line,
        message:
          extra === 1
            ? 'This line has 1 cell more than there are columns. It was left out.'
            : `This line has ${formats.number(extra)} cells more than there are columns. They were left out.`,
      })
  }
  return ok({ format: 'csv', digest, encoding, delimiter, header, rows, problems })
}

/** Address cards, a line each of the table that the list reads them as. */
async function readCards(
  text: string,
  { digest, encoding }: Pick<TableFile, 'digest' | 'encoding'>,
  { cards, step }: ReadOptions,
): Promise<Result<TableFile>> {
  if (!cards)
    return fail(
      'address-cards',
      'This file has address cards. Nothing was changed. Import it under Customers, or choose another file.',
      'path',
    )
  const problems: LineMessage[] = []
  const rows: TableRow[] = []
  for (const row of cards.read(text, decodeAs, problems)) {
    rows.push(row)
    if (rows.length % rowsASlice === 0)
      await step?.(Math.min(rows.length * 200, text.length), text.length, 'Reading the file')
  }
  // Of the columns that cards may fill, those that these do.
  const used = cards.header.map((_, i) => i === 0 || rows.some(({ cells }) => cells[i] !== ''))
  const kept = <Cell>(all: readonly Cell[]) => all.filter((_, i) => used[i])
  return ok({
    format: 'cards',
    digest,
    encoding,
    delimiter: ',',
    header: kept(cards.header),
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: kept(cells) })),
    problems,
  })
}

const decodeAs: Decode = (bytes, charset, fatal) => {
  try {
    return new TextDecoder(charset, { fatal }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

const changedSinceShown = fail(
  'file-changed',
  'The file has changed since it was shown. Nothing was kept. Look at it again.',
  'path',
)

/** How workbooks begin: those of today are packed (PKZIP), those of Excel up to 2003 are compound files. */
const workbookMarks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const isWorkbook = (bytes: Uint8Array): boolean =>
  workbookMarks.some((mark) => mark.every((byte, i) => bytes[i] === byte))

const workbook = fail(
  'a-workbook',
  'This is a workbook or a packed file, not a list as text. Nothing was changed. Open it in your spreadsheet program, save it as CSV, and choose that file.',
  'path',
)

/** How many lines stand above the one that names the columns; 0 where the first is as good as any. */
function linesAbove(rows: readonly TableRow[], known: (cells: readonly string[]) => number): number {
  if (!rows[0] || known(rows[0].cells) > 1) return 0
  const header = rows.slice(0, mostLinesAbove).findIndex(({ cells }) => known(cells) > 1)
  return Math.max(0, header)
}

/** The lines that hold letters which could not be read: the decoder put U+FFFD in their place. */
function* unread(text: string, { number }: Formats): Generator<LineMessage, void, undefined> {
  if (!text.includes('\ufffd')) return
  let line = 0
  for (const [words] of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    line++
    const n = words.includes('\ufffd') ? words.split('\ufffd').length - 1 : 0
    if (n === 1) yield { line, message: '1 letter could not be read. It is shown as �.' }
    if (n > 1) yield { line, message: `${number(n)} letters could not be read. They are shown as �.` }
  }
}

const leftOut = (nuls: number, { counted }: Formats): string =>
  `${counted(nuls, 'NUL character was', 'NUL characters were')} left out.`

async function readBytes(
  path: string,
  options: ReadOptions,
): Promise<Result<{ bytes: Uint8Array; digest: string }>> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const info = await file.stat()
    if (info.isDirectory())
      return fail('a-folder', 'This is a folder. Nothing was changed. Choose a file.', 'path')
    if (info.size > mostBytes)
      return fail(
        'too-big',
        'The file is larger than 200 MB. Nothing was changed. Split it into smaller files.',
        'path',
      )
    const bytes = new Uint8Array(Math.min(info.size, options.head ?? info.size))
    const hash = createHash('sha256')
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, Math.min(chunkBytes, bytes.length - at), at)
      if (bytesRead === 0) break
      hash.update(bytes.subarray(at, at + bytesRead))
      at += bytesRead
      await options.step?.(at, bytes.length, 'Reading the file')
    }
    return ok({ bytes: bytes.subarray(0, at), digest: hash.digest('hex') })
  } catch (error) {
    return readingProblem(error)
  } finally {
    await file?.close()
  }
}

function readingProblem(error: unknown): Result<never> {
  const said = diskSays(error)
  if (said === 'not-there' || said === 'not-a-place' || isNoPath(error))
    return fail('no-file', 'The file is not there any more. Nothing was changed. Choose it again.', 'path')
  if (said === 'a-folder')
    return fail('a-folder', 'This is a folder. Nothing was changed. Choose a file.', 'path')
  if (said === 'no-access')
    return fail(
      'no-access',
      'Wellkept may not read this file. Nothing was changed. Copy it to a folder of your own, or close the program that holds it.',
      'path',
    )
  throw error
}

/** Node refuses a path with a NUL before it asks the system. */
const isNoPath = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_ARG_VALUE'

/**
 * A mark decides, then the shape of UTF-16, then UTF-8, also where some bytes are damaged; what is left is one of the
 * Windows code pages.
 */
function guessEncoding(bytes: Uint8Array): Encoding {
  const mark = byteOrderMark(bytes)
  if (mark) return mark.encoding
  const wide = unmarkedUtf16(bytes.subarray(0, sampleBytes))
  if (wide) return wide
  if (isUtf8(bytes) || mostlyUtf8(bytes)) return 'utf-8'
  const latin1 = latin1Of(highLines(bytes))
  return tellCodePage(latin1) ?? byStatistics(latin1)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let at = 0; at < bytes.length; at += chunkBytes)
      decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: at + chunkBytes < bytes.length })
    return true
  } catch {
    return false
  }
}

/** chardet speaks of ISO 8859 parts; the Windows code pages hold the same letters and more. */
function byStatistics(latin1: string): 'windows-1252' | 'windows-1250' | 'windows-1251' {
  for (const { name } of analyse(Buffer.from(latin1, 'latin1'))) {
    if (name === 'windows-1252' || name === 'ISO-8859-1') return 'windows-1252'
    if (name === 'windows-1250' || name === 'ISO-8859-2') return 'windows-1250'
    if (name === 'windows-1251' || name === 'ISO-8859-5') return 'windows-1251'
  }
  return 'windows-1252'
}

/** The words around bytes above 0x7F, up to a sample's worth: the only ones that tell code pages apart. */
function highLines(bytes: Uint8Array): Uint8Array {
  const picked: number[] = []
  for (let at = 0; at < bytes.length && picked.length < sampleBytes; at++) {
    if (bytes[at]! < 0x80) continue
    let from = at
    while (from > 0 && at - from < 40 && isLetter(bytes[from - 1]!)) from--
    let to = at
    while (to < bytes.length && to - at < 40 && isLetter(bytes[to]!)) to++
    for (let i = from; i < to; i++) picked.push(bytes[i]!)
    picked.push(0x20)
    at = to
  }
  return Uint8Array.from(picked)
}

const isLetter = (byte: number) =>
  byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

const latin1Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

async function decode(bytes: Uint8Array, encoding: Encoding, options: ReadOptions): Promise<string> {
  const mark = byteOrderMark(bytes)
  const body = mark?.encoding === encoding ? bytes.subarray(mark.length) : bytes
  const decodeChunk = decoderOf(encoding)
  const parts: string[] = []
  for (let at = 0; at < body.length; at += chunkBytes) {
    parts.push(decodeChunk(body.subarray(at, at + chunkBytes), at + chunkBytes >= body.length))
    await options.step?.(Math.min(at + chunkBytes, body.length), body.length, 'Reading the file')
  }
  return parts.join('')
}

function decoderOf(encoding: Encoding): (chunk: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (chunk, last) => decoder.decode(chunk, { stream: !last })
}

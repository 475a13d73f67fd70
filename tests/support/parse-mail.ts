import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser, type AddressObject } from 'mailparser'
import PostalMime from 'postal-mime'

/** What a parser says a message says: line ends as `\n`, without those at the end of a body. */
export interface Said {
  readonly from: readonly [name: string, address: string]
  readonly to: readonly [name: string, address: string]
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A body as parsers may differ in it: CRLF or LF, and whether the last line ends. */
export const body = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n+$/, '')

export async function postalMime(bytes: Uint8Array): Promise<Said> {
  const mail = await PostalMime.parse(bytes)
  return {
    from: [mail.from?.name ?? '', mail.from?.address ?? ''],
    to: mail.to?.length === 1 ? [mail.to[0]!.name, mail.to[0]!.address ?? ''] : ['', JSON.stringify(mail.to)],
    subject: mail.subject ?? '',
    text: body(mail.text ?? ''),
    html: body(mail.html ?? ''),
  }
}

export async function mailparser(bytes: Uint8Array): Promise<Said> {
  const mail = await simpleParser(Buffer.from(bytes), {
    skipTextLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
  })
  const one = (found: AddressObject | AddressObject[] | undefined): [string, string] => {
    const all = [found ?? []].flat().flatMap(({ value }) => value)
    return all.length === 1 ? [all[0]!.name, all[0]!.address ?? ''] : ['', JSON.stringify(all)]
  }
  return {
    from: one(mail.from),
    to: one(mail.to),
    subject: mail.subject ?? '',
    text: body(mail.text ?? ''),
    html: body(mail.html || ''),
  }
}

interface PythonSaid {
  readonly file: string
  readonly from: readonly (readonly [string, string])[]
  readonly to: readonly (readonly [string, string])[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: readonly string[]
  readonly defects: readonly string[]
}

const script = join(import.meta.dirname, 'parse-mail.py')

/** Whether this machine has Python 3. */
export const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'])
    return true
  } catch {
    return false
  }
})()

/** Every `.eml` of a folder as Python's email package reads it. */
export function python(folder: string): (Said & Pick<PythonSaid, 'file' | 'headers' | 'defects'>)[] {
  const answer = execFileSync('python3', [script, folder], { encoding: 'utf8', maxBuffer: 1 << 30 })
  return (JSON.parse(answer) as PythonSaid[]).map((mail) => ({
    ...mail,
    from: mail.from.length === 1 ? mail.from[0]! : ['', JSON.stringify(mail.from)],
    to: mail.to.length === 1 ? mail.to[0]! : ['', JSON.stringify(mail.to)],
    text: body(mail.text),
    html: body(mail.html),
  }))
}

/** The drafts of a folder in the order of their names. */
export const draftsIn = (folder: string): { name: string; bytes: Buffer }[] =>
  readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'

/** Sheets of paper that are shown. */
export interface Sheets {
  /** The HTML behind a preview's address. */
  sheetOf(id: string): string | undefined
}

/** The window's own origin. */
export const origin = 'app://wellkept'

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
}

const pagePolicy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
  `frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; object-src 'none'`

/** Of a sheet: no script runs in it. */
const paperPolicy =
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; form-action 'none'; ` +
  `base-uri 'none'; frame-ancestors 'self'; sandbox`

/** A sheet the window writes on itself, to scroll in it; as on the others, no script runs there. */
const emptySheet = '/preview/empty'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built window from `folder` and the sheets of paper; nothing else has an address. */
export function serve(session: Session, folder: string, sheets: Sheets): void {
  // Not `handle`, though it replaces this: it loads Node's fetch, 0.05 s of each start (decision 0009).
  session.protocol.registerBufferProtocol('app', ({ url, method }, answer) => {
    // -2 is Chromium's ERR_FAILED, as for a page of which a file is gone.
    contentOf(url, method, folder, sheets).then(answer, () => answer({ error: -2 }))
  })
}

async function contentOf(
  url: string,
  method: string,
  folder: string,
  sheets: Sheets,
): Promise<ProtocolResponse> {
  const { host, pathname } = new URL(url)
  if (host !== 'wellkept' || method !== 'GET') return notFound
  const sheet = /^\/preview\/([0-9a-f-]{36})$/.exec(pathname)
  if (sheet) return paper(sheets.sheetOf(sheet[1]!))
  if (pathname === emptySheet) return paper('<!doctype html>', ' allow-same-origin')
  return pathname === '/' || pathname === '/index.html' ? page(folder) : asset(folder, pathname)
}

async function page(folder: string): Promise<ProtocolResponse> {
  const nonce = randomBytes(18).toString('base64url')
  const text = await readFile(join(folder, 'index.html'), 'utf8')
  return respond(Buffer.from(text.replaceAll('__NONCE__', nonce)), 'html', {
    'content-security-policy': pagePolicy(nonce),
  })
}

async function asset(folder: string, pathname: string): Promise<ProtocolResponse> {
  // A name as the build gives it: nothing that could leave the folder, escaped or not.
  const name = /^\/((?:assets\/)?\w[\w-]*(?:\.[\w-]+)*\.(\w+))$/.exec(pathname)
  if (!name || !Object.hasOwn(types, name[2]!)) return notFound
  try {
    return respond(await readFile(join(folder, name[1]!)), name[2]!, {
      'content-security-policy': pagePolicy(''),
    })
  } catch {
    return notFound
  }
}

const paper = (html: string | undefined, more = ''): ProtocolResponse =>
  html === undefined
    ? notFound
    : respond(Buffer.from(html), 'html', { 'content-security-policy': paperPolicy + more })

const respond = (data: Buffer, extension: string, headers: Record<string, string>): ProtocolResponse => ({
  data,
  headers: {
    'content-type': types[extension]!,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // A sheet is sandboxed, so its origin is null; fonts are no secret.
    ...(extension.startsWith('woff') ? { 'access-control-allow-origin': '*' } : {}),
    ...headers,
  },
})

const notFound: ProtocolResponse = {
  statusCode: 404,
  headers: { 'content-type': 'text/plain' },
  data: Buffer.from('Not found'),
}

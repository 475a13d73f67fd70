import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol, type Session } from 'electron'
import type { Paper } from './print.ts'

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

const paperPolicy =
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; form-action 'none'; ` +
  `base-uri 'none'; frame-ancestors 'self'; sandbox`

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built window from `folder` and the sheets of paper; nothing else has an address. */
export function serve(session: Session, folder: string, sheets: Pick<Paper, 'sheetOf'>): void {
  session.protocol.handle('app', async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (host !== 'wellkept' || method !== 'GET') return notFound()
    const sheet = /^\/preview\/([0-9a-f-]{36})$/.exec(pathname)
    if (sheet) return paper(sheets.sheetOf(sheet[1]!))
    return pathname === '/' || pathname === '/index.html' ? page(folder) : asset(folder, pathname)
  })
}

/** Loads what the first answer needs: done while the window's process starts, nobody waits for it. */
export function warmUp(): void {
  // Node loads its Request and Response when they are first used.
  void new Response(new Request(origin).url)
}

async function page(folder: string): Promise<Response> {
  const nonce = randomBytes(18).toString('base64url')
  const text = await readFile(join(folder, 'index.html'), 'utf8')
  return respond(text.replaceAll('__NONCE__', nonce), 'html', {
    'content-security-policy': pagePolicy(nonce),
  })
}

async function asset(folder: string, pathname: string): Promise<Response> {
  // A name as the build gives it: nothing that could leave the folder, escaped or not.
  const name = /^\/((?:assets\/)?\w[\w-]*(?:\.[\w-]+)*\.(\w+))$/.exec(pathname)
  if (!name || !Object.hasOwn(types, name[2]!)) return notFound()
  try {
    return respond(await readFile(join(folder, name[1]!)), name[2]!, {
      'content-security-policy': pagePolicy(''),
    })
  } catch {
    return notFound()
  }
}

const paper = (html: string | undefined): Response =>
  html === undefined ? notFound() : respond(html, 'html', { 'content-security-policy': paperPolicy })

function respond(
  body: string | Uint8Array<ArrayBuffer>,
  extension: string,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
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
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

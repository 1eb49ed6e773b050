import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

const scheme = 'app'
export const applicationOrigin = `${scheme}://octavo`

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/** Before `app` is ready: the page's scheme is as good as https, so that it has an origin, modules and storage. */
export function registerApplicationScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page from `folder`, and nothing outside it, under a policy that lets it load nothing else. */
export function serveApplication(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    if (host !== 'octavo' || !path.startsWith(folder + sep)) return new Response(null, { status: 404 })
    return respond(path)
  })
}

async function respond(path: string): Promise<Response> {
  const type = contentTypes[extname(path)]
  const bytes = type === undefined ? null : await readFile(path).catch(() => null)
  if (bytes === null || type === undefined) return new Response(null, { status: 404 })
  const nonce = randomBytes(16).toString('base64')
  const body = type.startsWith('text/html') ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes)
  return new Response(body, {
    headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce), 'x-content-type-options': 'nosniff' },
  })
}

/** React Aria and CodeMirror insert style elements: they know the nonce from the page's `csp-nonce` meta element. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * An installed browser knows no scheme of ours: `app://octavo/index.html` is loaded as `https://octavo.app.invalid/index.html`, an
 * origin that is secure and that no network ever answers (RFC 2606). Main sees the former only.
 */
const suffix = '.invalid'

export function toPageUrl(url: string): string {
  const parsed = new URL(url)
  if (parsed.protocol === 'http:' || parsed.protocol === 'https:') return url
  const scheme = parsed.protocol.slice(0, -1)
  return `https://${parsed.host}.${scheme}${suffix}${parsed.pathname}${parsed.search}${parsed.hash}`
}

export function toApplicationUrl(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname, search, hash, protocol } = new URL(url)
  if (protocol !== 'https:' || !hostname.endsWith(suffix)) return url
  const name = hostname.slice(0, -suffix.length)
  const dot = name.lastIndexOf('.')
  return dot === -1 ? url : `${name.slice(dot + 1)}://${name.slice(0, dot)}${pathname}${search}${hash}`
}

export function originOf(applicationUrl: string): string {
  const { protocol, host } = new URL(applicationUrl)
  return `${protocol}//${host}`
}

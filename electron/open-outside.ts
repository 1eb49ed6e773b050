import { shell } from 'electron'

/** Opens a link of the web in the system's browser, as the parser of URLs wrote it; every other scheme is ignored. */
export function openOutside(url: string): void {
  const parsed = URL.parse(url)
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') void shell.openExternal(parsed.href)
}

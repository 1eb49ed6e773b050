import { shell } from 'electron'

/** Opens a link of the web in the system's browser; every other scheme is ignored. */
export function openOutside(url: string): void {
  if (/^https?:\/\//i.test(url)) void shell.openExternal(url)
}

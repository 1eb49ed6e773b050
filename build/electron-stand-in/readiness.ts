/**
 * Electron's order: the entry module runs to its end, then `app` is ready, then there may be windows; what Chromium must know at
 * its start, such as privileged schemes, comes before.
 */
let isApplicationReady = false
const { promise, resolve } = Promise.withResolvers<void>()

export function isReady(): boolean {
  return isApplicationReady
}

export function whenReady(): Promise<void> {
  return promise
}

export function becomeReady(): void {
  isApplicationReady = true
  resolve()
}

export function requireReady(message: string): void {
  if (!isApplicationReady) throw new Error(message)
}

export function requireNotReady(message: string): void {
  if (isApplicationReady) throw new Error(message)
}

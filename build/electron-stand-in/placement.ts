import type { BrowserWindowConstructorOptions } from 'electron'
import type { Bounds, PageHost } from './page-host.ts'

/** Where the window is. Electron answers at once, so the last state that the browser told is kept. */
export type Placement = ReturnType<typeof createPlacement>

export function createPlacement({ x = 0, y = 0, width = 800, height = 600 }: BrowserWindowConstructorOptions) {
  let normal: Bounds = { x, y, width, height }
  let current = normal
  let state = 'normal'
  return {
    normal: (): Bounds => normal,
    current: (): Bounds => current,
    isMinimized: (): boolean => state === 'minimized',
    async look({ devTools }: PageHost): Promise<void> {
      const told = await devTools.send('Browser.getWindowForTarget').catch(() => null)
      if (told === null) return
      const { left = x, top = y, width = current.width, height = current.height, windowState = 'normal' } = told.bounds
      state = windowState
      current = { x: left, y: top, width, height }
      if (state === 'normal') normal = current
    },
    async restore({ devTools }: PageHost): Promise<void> {
      const { windowId } = await devTools.send('Browser.getWindowForTarget')
      await devTools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
      state = 'normal'
    },
  }
}

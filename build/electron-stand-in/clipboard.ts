import type { Clipboard } from 'electron'
import { strict } from './strict.ts'
import { openWindows } from './windows.ts'

/** The browser's clipboard is the system's, but for a headless one, which has its own. */
export const clipboard = strict('clipboard', {
  async writeText(text: string): Promise<void> {
    for (const window of openWindows) await window.writeToClipboard(text)
  },
} satisfies Pick<Clipboard, 'writeText'>)

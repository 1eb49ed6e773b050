import type { Clipboard, ClipboardItem as RealItem } from 'electron'
import { strict } from './strict.ts'
import { openWindows } from './windows.ts'

const formsOf = new WeakMap<object, Readonly<Record<string, string>>>()

/** Forms of one text by their MIME types, each given as a string. */
export class ClipboardItem {
  constructor(forms: Readonly<Record<string, unknown>>) {
    const foreign = Object.keys(forms).find((type) => !/^text\/(?:plain|html)$/.test(type) || typeof forms[type] !== 'string')
    if (foreign !== undefined) throw new Error(`The stand-in for Electron has no ClipboardItem with ${foreign}.`)
    formsOf.set(this, forms as Readonly<Record<string, string>>)
  }
}

/** The browser's clipboard is the system's, but for a headless one, which has its own. */
export const clipboard = strict('clipboard', {
  async writeText(text: string): Promise<void> {
    for (const window of openWindows) await window.writeToClipboard({ 'text/plain': text })
  },
  async write([item]: RealItem[]): Promise<void> {
    const forms = item === undefined ? {} : formsOf.get(item)
    if (forms === undefined) throw new Error('Only a ClipboardItem can be written to the clipboard.')
    for (const window of openWindows) await window.writeToClipboard(forms)
  },
} satisfies Pick<Clipboard, 'writeText' | 'write'>)

import type { IpcMain } from 'electron'
import { cloneMessage } from './message.ts'
import { strict } from './strict.ts'

type Listener = (event: never, ...args: unknown[]) => unknown

const handlers = new Map<string, Listener>()

export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: Listener): void {
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  },
  removeHandler(channel: string): void {
    handlers.delete(channel)
  },
} satisfies Pick<IpcMain, 'handle' | 'removeHandler'>)

export type InvokeReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

/** Answers `ipcRenderer.invoke`; of an error, only its text crosses. */
export async function answerInvoke(channel: string, event: object, args: readonly unknown[]): Promise<InvokeReply> {
  try {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return { ok: true, value: cloneMessage(await handler(event as never, ...cloneMessage(args))) }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}

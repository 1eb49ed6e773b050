import { ipcMain, type WebContents } from 'electron'
import { applicationOrigin } from '../app-protocol.ts'
import { type Answer, type CallName, calls, channels, type EventName, type Events } from './contract.ts'

export type Dispatch = (name: CallName, args: unknown) => Promise<Answer<unknown>>

/** Calls that name a file: on the command line that is the user's word, from the page it is not. */
const refusedToPage: readonly CallName[] = [
  'library:backUp',
  'keys:inUse',
  'keptExports:keep',
  'keptExports:write',
  'keptExports:record',
]

/** The only user of ipcMain: answers the application's own page, nobody else. */
export function serveCalls(dispatch: Dispatch): void {
  ipcMain.handle(channels.call, (event, name: unknown, args: unknown) => {
    const sender = event.senderFrame?.url ?? ''
    if (!sender.startsWith(`${applicationOrigin}/`)) throw new Error('Calls come from the application’s own page only.')
    return dispatch(toCallOfPage(name), args)
  })
}

function toCallOfPage(name: unknown): CallName {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) throw new Error('There is no such call.')
  const call = name as CallName
  if (refusedToPage.includes(call)) throw new Error(`${call} is not for the page.`)
  return call
}

export function tell<Name extends EventName>(page: WebContents, name: Name, payload: Events[Name]): void {
  if (!page.isDestroyed()) page.send(channels.event, name, payload)
}

import { createEmitter, type PreventableEvent } from './emitter.ts'

/** What `app` and its windows know of each other. */
export type OpenWindow = {
  /** Asks the window to close, as its close button does; false if it refused. */
  readonly tryClose: () => Promise<boolean>
  /** One text in forms by their MIME types. */
  readonly writeToClipboard: (forms: Readonly<Record<string, string>>) => Promise<void>
}

type ApplicationEvents = {
  readonly ready: readonly []
  readonly 'window-all-closed': readonly []
  readonly 'before-quit': readonly [PreventableEvent]
  readonly 'will-quit': readonly [PreventableEvent]
  readonly quit: readonly [object, number]
  readonly activate: readonly [object, boolean]
  readonly 'second-instance': readonly [object, string[], string, unknown]
  readonly 'open-file': readonly [PreventableEvent, string]
}

export const applicationEventNames = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'open-file',
] as const satisfies readonly (keyof ApplicationEvents)[]

export const applicationEvents = createEmitter<ApplicationEvents>('app', applicationEventNames)

export const openWindows = new Set<OpenWindow>()

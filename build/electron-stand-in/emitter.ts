import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

type EventMap = { readonly [name: string]: readonly unknown[] }

/** The part of Node's emitter that Electron's objects show, for the events that the stand-in fires. */
export function createEmitter<Events extends EventMap>(owner: string, names: readonly (keyof Events & string)[]) {
  const emitter = new EventEmitter()
  const check = (name: string) => {
    if (!names.includes(name)) throw new Error(`The stand-in for Electron has no event ${name} of ${owner}.`)
  }
  type Listener<Name extends keyof Events> = (...args: [...Events[Name]]) => void
  const api = {
    on<Name extends keyof Events & string>(name: Name, listener: Listener<Name>) {
      check(name)
      emitter.on(name, listener as (...args: unknown[]) => void)
      return this
    },
    once<Name extends keyof Events & string>(name: Name, listener: Listener<Name>) {
      check(name)
      emitter.once(name, listener as (...args: unknown[]) => void)
      return this
    },
    off<Name extends keyof Events & string>(name: Name, listener: Listener<Name>) {
      check(name)
      emitter.off(name, listener as (...args: unknown[]) => void)
      return this
    },
    removeListener<Name extends keyof Events & string>(name: Name, listener: Listener<Name>) {
      check(name)
      emitter.off(name, listener as (...args: unknown[]) => void)
      return this
    },
  }
  return {
    api,
    emit: <Name extends keyof Events & string>(name: Name, ...args: [...Events[Name]]) => emitter.emit(name, ...args),
    count: (name: keyof Events & string) => emitter.listenerCount(name),
  }
}

export type PreventableEvent = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }

export function createPreventableEvent<Extra extends object>(extra: Extra): PreventableEvent & Extra {
  let defaultPrevented = false
  const event = {
    ...extra,
    preventDefault: () => {
      defaultPrevented = true
    },
    get defaultPrevented() {
      return defaultPrevented
    },
  }
  return strict('Event', event)
}

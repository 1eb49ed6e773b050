import { strict } from './strict.ts'

/** How the page's side reaches main: the name of Playwright's binding, and of the function that main calls with a message. */
export const bindingName = '__standInBinding'
export const deliveryName = '__standInDeliver'

export type ToldByPage =
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'moved' }
  | { readonly kind: 'open'; readonly url: string }

/** The script that runs before the page's own: Electron's renderer side, then the built preload script with a `require` for it. */
export function preloadScript(preload: string): string {
  return `(() => {
  if (globalThis.top !== globalThis) return
  const require = (${createPreloadWorld})(${strict}, '${bindingName}', '${deliveryName}')
  const module = { exports: {} }
  ;(function (require, module, exports) {
${preload}
  })(require, module, module.exports)
})()`
}

type Listener = (...args: unknown[]) => void
type Reply = { readonly ok: boolean; readonly value?: unknown; readonly message?: string }

/** Runs in the page and refers to nothing outside itself. There is no second world: what isolation does cannot be shown here. */
function createPreloadWorld(makeStrict: typeof strict, binding: string, delivery: string): (id: string) => unknown {
  const page = globalThis as unknown as Record<string, unknown> & { addEventListener: (name: string, run: () => void) => void }
  const tell = page[binding] as (message: unknown) => Promise<Reply>
  delete page[binding]
  const listeners = new Map<string, Set<Listener>>()
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

  // As Electron's context bridge: data is cloned, a function is called across with cloned arguments, an error keeps its message.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return crossFunction(value as Listener)
    // Electron lets nobody hand the whole of it to the page: since 29 it arrives empty.
    if (value === ipcRenderer) return {}
    if (value instanceof Promise) return value.then(cross, (error) => Promise.reject(new Error(messageOf(error))))
    return structuredClone(value)
  }
  const crossFunction =
    (run: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      const crossed = args.map(cross)
      try {
        return cross(run(...crossed))
      } catch (error) {
        throw new Error(messageOf(error))
      }
    }

  const ipcRenderer = makeStrict('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const reply = await tell({ kind: 'invoke', channel, args: refuseUncarried(structuredClone(args)) })
      if (!reply.ok) throw new Error(`Error invoking remote method '${channel}': ${reply.message}`)
      return reply.value
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return this
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return this
    },
  })
  const contextBridge = {
    exposeInMainWorld(key: string, api: Record<string, unknown>) {
      if (Object.hasOwn(page, key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      const value = Object.freeze(Object.fromEntries(Object.entries(api).map(([name, part]) => [name, cross(part)])))
      Object.defineProperty(page, key, { value, enumerable: true })
    },
  }

  /** The binding carries a Map or a Set as an empty object. */
  function refuseUncarried<Value>(value: Value): Value {
    if (value instanceof Map || value instanceof Set) throw new Error('The stand-in for Electron carries no Map and no Set.')
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(value).forEach(refuseUncarried)
    return value
  }

  Object.defineProperty(page, delivery, {
    value: (channel: string, args: readonly unknown[]) => {
      const event = makeStrict('IpcRendererEvent', {})
      for (const listener of [...(listeners.get(channel) ?? [])]) listener(event, ...args)
    },
  })
  // Where main denies the window, `open` answers null, as it always does here; a link that opens one makes a request to be refused.
  page.open = (url = '') => {
    const target = url === '' ? 'about:blank' : new URL(String(url), String(page.location)).href
    void tell({ kind: 'open', url: target })
    return null
  }
  page.addEventListener('resize', () => void tell({ kind: 'moved' }))
  const electron = makeStrict('electron in the preload script', {
    ipcRenderer,
    contextBridge: makeStrict('contextBridge', contextBridge),
  })
  return (id) => {
    if (id === 'electron') return electron
    throw new Error(`module not found: ${id}`)
  }
}

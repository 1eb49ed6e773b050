import type { CustomScheme, Protocol } from 'electron'
import { requireNotReady, requireReady } from './readiness.ts'
import { refuseUnknownKeys, strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Map<string, Readonly<Record<string, boolean | undefined>>>()
const handlers = new Map<string, Handler>()
let isRegistered = false

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    requireNotReady('protocol.registerSchemesAsPrivileged should be called before app is ready')
    // Electron keeps the last call's schemes only, which never is what was meant.
    if (isRegistered) throw new Error('protocol.registerSchemesAsPrivileged can be called once')
    for (const { scheme, privileges = {} } of schemes) {
      refuseUnknownKeys(`the scheme ${scheme}`, privileges, ['standard', 'secure', 'supportFetchAPI'])
      privileged.set(scheme, { ...privileges })
    }
    isRegistered = true
  },
  handle(scheme: string, handler: Handler): void {
    requireReady('protocol.handle can only be used after app is ready')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    const privileges = privileged.get(scheme)
    if (privileges?.standard !== true || privileges.secure !== true || privileges.supportFetchAPI !== true) {
      throw new Error(`The stand-in for Electron serves ${scheme}: only as a standard, secure scheme that supports fetch.`)
    }
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme)
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>)

export function handlerOf(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

import type { Session } from 'electron'
import { requireReady } from './readiness.ts'
import { strict } from './strict.ts'

type Permission = 'clipboard-read' | 'geolocation' | 'media' | 'notifications' | 'fullscreen' | 'openExternal'
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]

const permissions: readonly Permission[] = ['clipboard-read', 'geolocation', 'media', 'notifications', 'fullscreen', 'openExternal']

/** The browser denies every permission by itself; a handler that would grant one is refused, since it would not be asked. */
const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler(handler: RequestHandler): void {
    for (const permission of permissions) {
      handler?.(null as never, permission, (isGranted) => refuseGrant(isGranted, permission), {} as never)
    }
  },
  setPermissionCheckHandler(handler: CheckHandler): void {
    for (const permission of permissions) {
      refuseGrant(handler?.(null as never, permission, '', {} as never) ?? false, permission)
    }
  },
} satisfies Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>)

export const session = strict('session', {
  get defaultSession() {
    requireReady('Session can only be received when app is ready')
    return defaultSession
  },
})

function refuseGrant(isGranted: boolean, permission: Permission): void {
  if (isGranted) throw new Error(`The stand-in for Electron cannot grant the permission ${permission}.`)
}

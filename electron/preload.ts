import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, EventName } from './ipc/contract.ts'

/** The bridge: two functions; it never grows. The channels are those of `ipc/contract.ts`, which is too much to load here. */
const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke('octavo:call', name, args),
  subscribe: (listener) => {
    const forward = (_: unknown, name: EventName, payload: unknown) => listener(name, payload)
    ipcRenderer.on('octavo:event', forward)
    return () => {
      ipcRenderer.off('octavo:event', forward)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)

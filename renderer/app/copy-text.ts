import { call } from '../api.ts'
import { attempt } from '../features/library/toast-store.ts'

export function copyText(text: string): void {
  attempt(() => call('clipboard:writeText', { text }))
}

import { create } from 'zustand'
import { AppError } from '../../../db/model/app-error.ts'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone?: 'plain' | 'trouble'
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let lastId = 0

/** The newest message stands alone: an older one is answered or out of date by then. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  useToasts.setState({ toasts: [{ ...toast, id: lastId }] })
}

export function dismissToast(id: Toast['id'] | string): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Runs what the user asked for; what fails is told in its own sentence. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'cancelled') return
    if (!(error instanceof AppError)) console.error(error)
    const text = error instanceof AppError ? error.message : 'Something unexpected went wrong. Nothing was changed.'
    showToast({ text, tone: 'trouble' })
  })
}

/** As `attempt`, for work that ends with a sentence of what was done. */
export function attemptAndTell(work: () => Promise<string>): void {
  attempt(async () => showToast({ text: await work() }))
}

import { create } from 'zustand'
import type { ArgsOf, ValueOf } from '../../electron/ipc/contract.ts'
import { call } from '../api.ts'
import { countPapers, undo } from '../features/library/library-actions.ts'
import { showView } from '../features/library/library-store.ts'
import { attempt, showToast } from '../features/library/toast-store.ts'

export type Place = { readonly x: number; readonly y: number }

export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'paste-text' }
  | { readonly kind: 'add-paper' }
  | { readonly kind: 'export'; readonly paperIds: readonly number[] }

export type OpenMenu =
  | { readonly kind: 'papers'; readonly at: Place }
  | { readonly kind: 'source'; readonly at: Place; readonly source: { readonly id: number; readonly name: string } }

type Sources = Readonly<ArgsOf<'imports:plan'>['sources']>

/** Lists on their way in: read, then looked at, then added. */
export type Importing =
  | { readonly kind: 'reading'; readonly lists: number }
  | { readonly kind: 'review'; readonly plan: ValueOf<'imports:plan'>; readonly isBusy: boolean }

type AppState = {
  readonly dialog: OpenDialog | null
  readonly menu: OpenMenu | null
  readonly importing: Importing | null
}

export const useApp = create<AppState>(() => ({ dialog: null, menu: null, importing: null }))

export function openDialog(dialog: OpenDialog): void {
  useApp.setState({ dialog, menu: null })
}

export function closeDialog(): void {
  useApp.setState({ dialog: null })
}

export function openMenu(menu: OpenMenu): void {
  useApp.setState({ menu })
}

export function closeMenu(): void {
  useApp.setState({ menu: null })
}

export function chooseLists(): void {
  attempt(async () => reviewSources(await call('dialogs:chooseLists', undefined)))
}

/** Reads lists and shows what would become of them; nothing is written before the user agrees. */
export function reviewSources(sources: Sources): void {
  if (sources.length === 0) return
  useApp.setState({ dialog: null, importing: { kind: 'reading', lists: sources.length } })
  attempt(async () => {
    try {
      const plan = await call('imports:plan', { sources: [...sources] })
      useApp.setState({ importing: { kind: 'review', plan, isBusy: false } })
    } catch (error) {
      useApp.setState({ importing: null })
      throw error
    }
  })
}

/** Lists given as arguments or opened from the system. */
export function reviewOpenedLists(): void {
  attempt(async () => reviewSources(await call('lists:takeOpened', undefined)))
}

export function cancelImport(): void {
  useApp.setState({ importing: null })
}

export function applyImport(plan: ValueOf<'imports:plan'>): void {
  useApp.setState({ importing: { kind: 'review', plan, isBusy: true } })
  attempt(async () => {
    try {
      const before = await call('views:count', undefined)
      await call('imports:apply', { plan })
      const after = await call('views:count', undefined)
      useApp.setState({ importing: null })
      showView('all')
      showToast({ text: addedText(after.all - before.all), action: { label: 'Undo', run: undo } })
    } catch (error) {
      useApp.setState({ importing: { kind: 'review', plan, isBusy: false } })
      throw error
    }
  })
}

function addedText(papers: number): string {
  return papers <= 0 ? 'The lists are in; all their papers were here already' : `Added ${countPapers(papers)}`
}

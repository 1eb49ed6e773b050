import { create } from 'zustand'
import sampleList from '../../build/sample-list.txt?raw'
import { AppError } from '../../db/model/app-error.ts'
import type { KeptSearch } from '../../db/model/kept-export.ts'
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
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'lint' }
  | { readonly kind: 'renew-keys'; readonly paperIds: readonly number[] }
  | { readonly kind: 'export'; readonly paperIds: readonly number[]; readonly search: KeptSearch | null }

export type OpenMenu =
  | { readonly kind: 'papers'; readonly at: Place }
  | { readonly kind: 'source'; readonly at: Place; readonly source: { readonly id: number; readonly name: string } }

type Sources = Readonly<ArgsOf<'imports:plan'>['sources']>

/** Something long that is being done, which the user may end. */
export type Work = { readonly label: string }

/** Lists that were read, as they are looked at and then added. */
export type Review = { readonly plan: ValueOf<'imports:plan'>; readonly isBusy: boolean }

type AppState = {
  readonly dialog: OpenDialog | null
  readonly menu: OpenMenu | null
  readonly review: Review | null
  readonly work: Work | null
}

export const useApp = create<AppState>(() => ({ dialog: null, menu: null, review: null, work: null }))

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

/** Does something long over which the window waits; null when the user ended it, even if it was done by then. */
export async function during<Value>(label: string, ask: () => Promise<Value>): Promise<Value | null> {
  const work = { label }
  useApp.setState({ dialog: null, work })
  try {
    const value = await ask()
    return useApp.getState().work === work ? value : null
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') return null
    throw error
  } finally {
    if (useApp.getState().work === work) useApp.setState({ work: null })
  }
}

/** What writes is waited for: it may be too late to stop it, and then it is told. */
export function cancelWork(): void {
  if (useApp.getState().review?.isBusy !== true) useApp.setState({ work: null })
  attempt(() => call('jobs:cancel', undefined))
}

/** Reads lists and shows what would become of them; nothing is written before the user agrees. */
export function reviewSources(sources: Sources): void {
  if (sources.length === 0) return
  attempt(async () => {
    const label = sources.length === 1 ? 'Reading the list' : `Reading ${sources.length} lists`
    const plan = await during(label, () => call('imports:plan', { sources: [...sources] }))
    if (plan !== null) useApp.setState({ review: { plan, isBusy: false } })
  })
}

export function reviewSampleList(): void {
  reviewSources([{ name: 'Sample list', bytes: new TextEncoder().encode(sampleList) }])
}

/** Lists given as arguments or opened from the system. */
export function reviewOpenedLists(): void {
  attempt(async () => reviewSources(await call('lists:takeOpened', undefined)))
}

export function leaveReview(): void {
  useApp.setState({ review: null })
}

export function applyImport(plan: ValueOf<'imports:plan'>): void {
  useApp.setState({ review: { plan, isBusy: true } })
  attempt(async () => {
    try {
      const before = await call('views:count', undefined)
      const written = await during('Adding the papers', () => call('imports:apply', { plan }))
      if (written === null) return useApp.setState({ review: { plan, isBusy: false } })
      const after = await call('views:count', undefined)
      useApp.setState({ review: null })
      showView('all')
      showToast({ text: addedText(after.all - before.all), action: { label: 'Undo', run: undo } })
    } catch (error) {
      useApp.setState({ review: { plan, isBusy: false } })
      throw error
    }
  })
}

function addedText(papers: number): string {
  return papers <= 0 ? 'The lists are in; all their papers were here already' : `Added ${countPapers(papers)}`
}

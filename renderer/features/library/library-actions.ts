import type { CitationStyle } from '../../../db/model/format-citation.ts'
import type { Status } from '../../../db/model/status.ts'
import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { showPaper, useLibrary } from './library-store.ts'
import { attempt, showToast } from './toast-store.ts'

export const undoAction = { label: 'Undo', run: () => undo() }

export function setStatus(paperIds: readonly number[], status: Status): void {
  if (paperIds.length === 0) return
  attempt(() => call('papers:setStatus', { paperIds: [...paperIds], status }))
}

export function trash(paperIds: readonly number[]): void {
  attempt(async () => {
    await call('papers:trash', { paperIds: [...paperIds] })
    showToast({ text: `Moved ${countPapers(paperIds.length)} to the trash`, action: undoAction })
  })
}

export function restore(paperIds: readonly number[]): void {
  attempt(async () => {
    await call('papers:restore', { paperIds: [...paperIds] })
    showToast({ text: `Restored ${countPapers(paperIds.length)}`, action: undoAction })
  })
}

export function merge(paperIds: readonly number[]): void {
  attempt(async () => {
    const paperId = await call('papers:merge', { paperIds: [...paperIds] })
    // Who works through what needs a look goes on with the next paper.
    if (useLibrary.getState().view !== 'needs-look') showPaper(paperId)
    showToast({ text: `Merged ${countPapers(paperIds.length)}`, action: undoAction })
  })
}

/** Each group becomes one paper, all in one step. */
export function mergeGroups(groups: readonly (readonly number[])[]): void {
  attempt(async () => {
    const merged = await call('papers:mergeGroups', { groups: groups.map((group) => [...group]) })
    showToast({ text: `Merged ${countPapers(merged)} into another`, action: undoAction })
  })
}

export function separate(paperIds: readonly [number, number]): void {
  attempt(async () => {
    await call('papers:separate', { paperIds: [...paperIds] })
    showToast({ text: 'Two works: this is not asked again', action: undoAction })
  })
}

/** The papers no longer need a look because no authors are given. */
export function beFineWithoutAuthors(paperIds: readonly number[]): void {
  attempt(async () => {
    await call('lint:ignore', { code: 'missing-authors', paperIds: [...paperIds] })
    showToast({ text: `Authors are not asked for in ${countPapers(paperIds.length)}`, action: undoAction })
  })
}

export function takeApart(paperId: number, entryIds: readonly number[]): void {
  attempt(async () => {
    await call('papers:takeApart', { paperId, entryIds: [...entryIds] })
    showToast({ text: 'Taken apart: a paper of its own', action: undoAction })
  })
}

export function addTag(paperIds: readonly number[], name: string): void {
  attempt(() => call('tags:add', { paperIds: [...paperIds], name }))
}

export function removeTag(paperIds: readonly number[], name: string): void {
  attempt(() => call('tags:remove', { paperIds: [...paperIds], name }))
}

export function addPaper(fields: ArgsOf<'papers:add'>['fields']): void {
  attempt(async () => showPaper(await call('papers:add', { fields })))
}

export function moveToFrontOfQueue(paperIds: readonly number[]): void {
  attempt(async () => {
    const queue = await call('papers:find', { view: 'to-read', query: '' })
    const first = queue.find((id) => !paperIds.includes(id))
    await call('queue:move', { paperIds: [...paperIds], beforeId: first ?? null })
  })
}

/** One place up or down among the papers of the queue that are shown. */
export function moveInQueue(paperIds: readonly number[], direction: 'up' | 'down'): void {
  const { shownIds = [] } = useLibrary.getState()
  const places = paperIds.map((id) => shownIds.indexOf(id))
  const beforeId = direction === 'up' ? shownIds[Math.min(...places) - 1] : (shownIds[Math.max(...places) + 2] ?? null)
  if (beforeId === undefined) return
  attempt(() => call('queue:move', { paperIds: [...paperIds], beforeId }))
}

/** What an author types to cite the papers, in the order in which they are shown. */
export function copyCitation(paperIds: readonly number[], style: CitationStyle): void {
  attempt(async () => {
    const text = await call('bibliography:cite', { paperIds: [...paperIds], style })
    await call('clipboard:writeText', { text })
    showToast({ text: paperIds.length === 1 ? `Copied ${text}` : `Copied a citation of ${countPapers(paperIds.length)}` })
  })
}

/** As the settings say that papers are cited. */
export function copyUsual(paperIds: readonly number[]): void {
  attempt(async () => {
    const { form } = await call('citing:settings', undefined)
    if (form === 'formatted') copyFormatted(paperIds, 'citation')
    else copyCitation(paperIds, form)
  })
}

/** In the style of the settings, with its emphasis for programs that take it. */
export function copyFormatted(paperIds: readonly number[], what: 'citation' | 'reference'): void {
  attempt(async () => {
    const { style } = await call('citing:settings', undefined)
    const request = { paperIds: [...paperIds], style }
    const formatted = await (what === 'citation'
      ? call('bibliography:citeInText', request)
      : call('bibliography:format', { ...request, order: 'list' }))
    await call('clipboard:writeText', formatted)
    showToast({
      text: paperIds.length === 1 ? `Copied ${formatted.text.trim()}` : `Copied ${what}s of ${countPapers(paperIds.length)}`,
    })
  })
}

export function removeSource(source: { readonly sourceId: number; readonly name: string }): void {
  attempt(async () => {
    await call('sources:remove', source)
    showToast({ text: `Removed the list ${source.name}`, action: undoAction })
  })
}

export function undo(): void {
  attempt(async () => {
    const [step] = await call('journal:undo', { count: 1 })
    if (step !== undefined) showToast({ text: `Undone: ${step.what}`, action: { label: 'Redo', run: redo } })
  })
}

export function redo(): void {
  attempt(async () => {
    const [step] = await call('journal:redo', { count: 1 })
    if (step !== undefined) showToast({ text: `Done again: ${step.what}`, action: undoAction })
  })
}

export function countPapers(papers: number): string {
  return papers === 1 ? 'one paper' : `${papers.toLocaleString('en')} papers`
}

import { create } from 'zustand'
import type { FieldName } from '../../../db/model/fields.ts'

export type EditableField = Exclude<FieldName, 'andOthers' | 'extra'> | 'citationKey'

/** The one thing of a paper that is open for typing. */
export type OpenEditor =
  | { readonly kind: 'tag' }
  /** null: a note that is not there yet. */
  | { readonly kind: 'note'; readonly noteId: number | null }
  | { readonly kind: 'field'; readonly field: EditableField }

type ReaderState = { readonly paperId: number | null; readonly editor: OpenEditor | null }

const useReader = create<ReaderState>(() => ({ paperId: null, editor: null }))

/** What is open in this paper; another paper's editor is not shown. */
export function useEditor(paperId: number): OpenEditor | null {
  return useReader((state) => (state.paperId === paperId ? state.editor : null))
}

export function openEditor(paperId: number, editor: OpenEditor): void {
  useReader.setState({ paperId, editor })
  opening = { since: performance.now(), typed: '' }
}

/** An editor opens when its paper is shown, which may take a moment: what is typed until then is meant for it. */
let opening: { readonly since: number; readonly typed: string } | null = null
const longestOpening = 1000

/** Whether the key was taken for the editor that is about to open. */
export function typeAhead(key: string): boolean {
  if (opening === null || performance.now() - opening.since > longestOpening || [...key].length !== 1) {
    opening = null
    return false
  }
  opening = { ...opening, typed: opening.typed + key }
  return true
}

/** Gives the keyboard to the field of an editor that has opened, with what was typed before. */
export function focusEditor(input: HTMLInputElement | HTMLTextAreaElement | null, reach: 'all' | 'end'): void {
  input?.focus()
  if (reach === 'all') input?.select()
  else input?.setSelectionRange(input.value.length, input.value.length)
  const typed = opening?.typed ?? ''
  opening = null
  // As typed: the field hears of it, and its own undo takes it back.
  if (typed !== '') document.execCommand('insertText', false, typed)
}

export function closeEditor(): void {
  useReader.setState({ editor: null })
}

/** A way to close the editor that is open now, and no other: a save may end after the next one was opened. */
export function closerOfEditor(): () => void {
  const own = useReader.getState().editor
  return () => useReader.setState(({ editor }) => (editor === own ? { editor: null } : {}))
}

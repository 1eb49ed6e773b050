import { create } from 'zustand'
import type { FieldName } from '../../../db/model/fields.ts'

export type EditableField = Exclude<FieldName, 'andOthers'> | 'citationKey'

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
}

export function closeEditor(): void {
  useReader.setState({ editor: null })
}

/** A way to close the editor that is open now, and no other: a save may end after the next one was opened. */
export function closerOfEditor(): () => void {
  const own = useReader.getState().editor
  return () => useReader.setState(({ editor }) => (editor === own ? { editor: null } : {}))
}

import { Combine, Layers } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { PaperReaderProps } from './paper-reader.tsx'
import { closeEditor, openEditor, useEditor } from './reader-store.ts'
import { TagField } from './tag-field.tsx'

/** What can be done with several papers at once. */
export function SelectedPapers({ paperIds, activeId, onAddTag, onMerge }: PaperReaderProps) {
  const editorId = activeId ?? 0
  const editor = useEditor(editorId)
  return (
    <EmptyState
      icon={Layers}
      title={`${paperIds.length.toLocaleString('en')} papers chosen`}
      actions={
        <>
          {editor?.kind === 'tag' ? (
            <TagField present={[]} onAdd={(name) => onAddTag(paperIds, name)} onClose={closeEditor} />
          ) : (
            <Button onPress={() => openEditor(editorId, { kind: 'tag' })}>Tag them</Button>
          )}
          <Button icon={Combine} onPress={() => onMerge(paperIds)}>
            Merge into one
          </Button>
        </>
      }
    >
      Status, tags and export apply to all of them.
    </EmptyState>
  )
}

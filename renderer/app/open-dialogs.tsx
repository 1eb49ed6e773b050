import { AddPaperDialog } from '../features/add-papers/add-paper-dialog.tsx'
import { PasteTextDialog } from '../features/add-papers/paste-text-dialog.tsx'
import { CommandPalette } from '../features/command-palette/command-palette.tsx'
import { DuplicatesDialog } from '../features/duplicates/duplicates-dialog.tsx'
import { ExportDialog } from '../features/export-dialog/export-dialog.tsx'
import { KeptFiles } from '../features/kept-exports/kept-files.tsx'
import { addPaper, mergeGroups, undo, undoAction } from '../features/library/library-actions.ts'
import { showPaper } from '../features/library/library-store.ts'
import { attemptAndTell, showToast } from '../features/library/toast-store.ts'
import { LintDialog } from '../features/lint/lint-dialog.tsx'
import { RenewKeysDialog } from '../features/renew-keys/renew-keys-dialog.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { ShortcutSheet } from '../features/shortcut-sheet/shortcut-sheet.tsx'
import { closeDialog, openDialog, reviewSources, useApp } from './app-store.ts'
import { commands } from './commands.ts'
import { viewLabels } from './library-commands.ts'
import { createLibrary, openLibrary } from './look-after-library.ts'

export function OpenDialogs() {
  const dialog = useApp((state) => state.dialog)
  return (
    <>
      <CommandPalette commands={commands} open={dialog?.kind === 'palette'} onClose={closeDialog} />
      <ShortcutSheet commands={commands} open={dialog?.kind === 'shortcuts'} onClose={closeDialog} />
      <SettingsDialog
        open={dialog?.kind === 'settings'}
        onClose={closeDialog}
        onDone={(text) => showToast({ text })}
        onOpenLibrary={openLibrary}
        onCreateLibrary={createLibrary}
        keptFiles={<KeptFiles onAct={attemptAndTell} nameView={(view) => viewLabels[view]} />}
      />
      <ExportDialog
        paperIds={dialog?.kind === 'export' ? dialog.paperIds : []}
        search={dialog?.kind === 'export' ? dialog.search : null}
        open={dialog?.kind === 'export'}
        onClose={closeDialog}
        onDone={(text) => showToast({ text })}
      />
      {dialog?.kind === 'duplicates' ? <DuplicatesDialog onMerge={mergeDuplicates} onClose={closeDialog} /> : null}
      {dialog?.kind === 'lint' ? (
        <LintDialog
          onClose={closeDialog}
          onShowPaper={(paperId) => {
            closeDialog()
            showPaper(paperId)
          }}
          onFindDuplicates={() => openDialog({ kind: 'duplicates' })}
          onUndo={undo}
          onDone={(text) => showToast({ text, action: undoAction })}
        />
      ) : null}
      {dialog?.kind === 'renew-keys' ? (
        <RenewKeysDialog
          chosenIds={dialog.paperIds}
          onClose={closeDialog}
          onDone={(text) => {
            closeDialog()
            showToast({ text, action: undoAction })
          }}
        />
      ) : null}
      <PasteTextDialog open={dialog?.kind === 'paste-text'} onText={reviewText} onClose={closeDialog} />
      <AddPaperDialog
        open={dialog?.kind === 'add-paper'}
        onAdd={(fields) => {
          closeDialog()
          addPaper(fields)
        }}
        onClose={closeDialog}
      />
    </>
  )
}

function mergeDuplicates(groups: readonly (readonly number[])[]): void {
  closeDialog()
  mergeGroups(groups)
}

function reviewText(text: string): void {
  reviewSources([{ name: 'Pasted text', bytes: new TextEncoder().encode(text) }])
}

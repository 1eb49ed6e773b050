import type { Command } from './command.ts'
import { keys, showKey } from './key-commands.ts'
import { backUp, checkLibrary, exportBibliography, importFiles, redo, removeList, showHistory, undo } from './library-commands.ts'
import { lint } from './lint-command.ts'
import { addPaper, changeTag, citePapers, deletePapers, listPapers, setField, setStatus, writeNote } from './paper-commands.ts'

/** Each command but `restore`, which is there for a library that cannot be opened. */
export const commands: { readonly [name: string]: Command } = {
  import: importFiles,
  list: listPapers,
  export: exportBibliography,
  cite: citePapers,
  set: setField,
  add: addPaper,
  delete: deletePapers,
  status: setStatus,
  tag: changeTag,
  note: writeNote,
  'remove-list': removeList,
  undo,
  redo,
  history: showHistory,
  lint,
  key: showKey,
  keys,
  check: checkLibrary,
  backup: backUp,
}

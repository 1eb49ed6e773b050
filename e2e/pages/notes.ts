import type { Locator } from '@playwright/test'
import { openLibraryForReading } from '../../db/open-database.ts'
import { listPapers } from '../../db/queries/papers.ts'

/** What the file of the library has, whatever the program still holds. */
export function readNotes(libraryPath: string): readonly string[] {
  const db = openLibraryForReading(libraryPath)
  const notes = listPapers(db, {}).flatMap((paper) => paper.notes.map(({ text }) => text))
  db.close()
  return notes
}

/** Types without a rest in which a save could hide; answers when each key was down. */
export async function typeSteadily(
  field: Locator,
  { keys, pause }: { readonly keys: number; readonly pause: number },
): Promise<readonly { readonly key: string; readonly at: number }[]> {
  const typed: { key: string; at: number }[] = []
  for (let place = 0; place < keys; place += 1) {
    const key = String.fromCharCode(97 + (place % 26))
    await field.press(key, { delay: pause })
    typed.push({ key, at: Date.now() })
  }
  return typed
}

import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { openLibrary } from '../db/open-database.ts'
import { addPaper, fillLibrary } from './fill-library.ts'

export type BrokenWorld = 'library-from-newer-version' | 'damaged-library' | 'library-busy' | 'data-folder-unwritable'

/** Breaks the world around a library of one paper; answers what mends it again. */
export async function breakWorld(world: BrokenWorld, libraryPath: string): Promise<() => void> {
  fillLibrary(libraryPath, { fill: (db) => addPaper(db, { title: 'A Paper From Before' }) })
  switch (world) {
    case 'library-from-newer-version':
      fillLibrary(libraryPath, { fill: (db) => db.pragma('user_version = 9999') })
      return () => undefined
    case 'damaged-library':
      writeFileSync(libraryPath, Buffer.alloc(65_536, 'x'))
      return () => undefined
    case 'library-busy': {
      const db = openLibrary(libraryPath)
      db.exec('BEGIN IMMEDIATE')
      return () => db.close()
    }
    case 'data-folder-unwritable':
      // Permissions do not stop the superuser, under whom tests may run; a file in the folder's place does.
      rmSync(dirname(libraryPath), { recursive: true })
      writeFileSync(dirname(libraryPath), '')
      return () => undefined
  }
}

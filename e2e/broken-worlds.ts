import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WritableDatabase } from '../db/database.ts'
import { openLibrary } from '../db/open-database.ts'
import { perform } from '../electron/ipc/perform.ts'

export type BrokenWorld = 'library-from-newer-version' | 'damaged-library' | 'library-busy' | 'data-folder-unwritable'

/** Breaks the world around a library of one paper; answers what mends it again. */
export async function breakWorld(world: BrokenWorld, libraryPath: string): Promise<() => void> {
  createLibrary(libraryPath)
  switch (world) {
    case 'library-from-newer-version':
      changeLibrary(libraryPath, (db) => db.pragma('user_version = 9999'))
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

function createLibrary(path: string): void {
  const at = new Date().toISOString()
  changeLibrary(path, (db) => perform(db, 'papers:add', { args: { fields: { title: 'A Paper From Before' } }, at }))
}

function changeLibrary(path: string, change: (db: WritableDatabase) => void): void {
  const db = openLibrary(path)
  change(db)
  db.close()
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { AppError } from '../db/model/app-error.ts'

/** Replaces a file as a whole: at any moment it holds the old text or the new. Throws `cannot-write`; the old file then stands. */
export function writeFileAtomically(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`
  try {
    const file = openSync(partial, 'wx')
    try {
      const bytes = Buffer.from(text)
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new AppError(
      'cannot-write',
      `${path} could not be written (${reason}); what was there is as it was. Check the folder and the free space.`,
      {
        cause: error,
      },
    )
  }
}

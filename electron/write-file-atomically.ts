import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { AppError } from '../db/model/app-error.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'you may not write there',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}

/**
 * Replaces a file as a whole: at any moment it holds the old text or the new; a link to a file stays one, and who
 * may read it stays. The last look before it is
 * replaced is `mayReplace`: answers false where that said no. Throws `cannot-write`; the old file then stands.
 */
export function writeFileAtomically(path: string, text: string, mayReplace: () => boolean = () => true): boolean {
  refuseDatabase(path)
  const target = existsSync(path) ? realpathSync(path) : path
  const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0o666
  const partial = `${target}.${process.pid}.partial`
  try {
    writeAndSync(partial, text, mode)
    const isReplaced = mayReplace()
    if (isReplaced) renameSync(partial, target)
    else rmSync(partial)
    return isReplaced
  } catch (error) {
    rmSync(partial, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new AppError('cannot-write', `${path} could not be written: ${reasons[code] ?? code}. What was there is as it was.`, {
      cause: error,
    })
  }
}

/** What has an HTML and a plain form goes into a file as its name says. */
export function isHtmlFile(path: string): boolean {
  return /\.html?$/i.test(path)
}

function writeAndSync(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A slip of the hand must not put a bibliography in the place of a library. */
function refuseDatabase(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) return
  const header = Buffer.alloc(15)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 15, 0)
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1') === 'SQLite format 3') {
    throw new AppError('cannot-write', `${path} is a database, perhaps a library, and was left as it is. Name another file.`)
  }
}

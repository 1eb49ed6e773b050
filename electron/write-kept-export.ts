import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { ReadableDatabase } from '../db/database.ts'
import { AppError } from '../db/model/app-error.ts'
import type { KeptMode, KeptTrouble } from '../db/model/kept-export.ts'
import type { Progress } from '../db/model/progress.ts'
import { findPapers } from '../db/queries/find-papers.ts'
import { findKeptExport } from '../db/queries/kept-exports.ts'
import { exportPapers } from './export-papers.ts'
import type { ExportProblem } from './formats/find-losses.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

/** What became of an attempt to write a kept file; with papers whose keys are to be issued first, nothing was attempted. */
export type KeptOutcome = KeptResult | { readonly unissued: readonly number[] }

export type KeptResult = {
  /** The file that was, or would have been, written. */
  readonly path: string
  readonly trouble: KeptTrouble | null
  readonly message: string | null
  /** Of the bytes that the file has now, if they are ours. */
  readonly sha256: string | null
}

/** Reads papers and file, and writes if they differ and nobody else wrote there. */
export function* writeKeptExport(
  db: ReadableDatabase,
  { id, mode }: { id: number; mode: KeptMode },
): Generator<Progress, KeptOutcome> {
  const kept = findKeptExport(db, id)
  if (kept === undefined) throw new AppError('not-found', 'This file is no longer kept up to date. Nothing was written.')
  const { search, ...request } = kept.request
  const outcome = yield* exportPapers(db, { paperIds: findPapers(db, search), ...request })
  if ('unissued' in outcome) return outcome
  const { text, problems } = outcome
  yield { what: 'Saving the file', done: 0, total: 0 }
  const message = describeProblems(problems)
  if (mode === 'beside') return save(freePathBeside(kept.path), text, { message })
  return save(kept.path, text, { message, ours: mode === 'overwrite' ? null : kept.writtenSha256 })
}

type Saving = {
  readonly message: string | null
  /** The SHA-256 that the file must have to be replaced; without one it may hold anything. */
  readonly ours?: string | null
}

function save(path: string, text: string, { message, ours = null }: Saving): KeptResult {
  const sha256 = digestOf(text)
  const isOurs = () => ours === null || digestOfFile(path) === ours
  try {
    if (digestOfFile(path) === sha256) return { path, trouble: null, message, sha256 }
    const isLeft = !isOurs() && existsSync(dirname(path))
    if (isLeft || !writeFileAtomically(path, text, isOurs)) return conflictAt(path)
    return { path, trouble: null, message, sha256 }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { path, trouble: 'failed', message: error.message, sha256: null }
  }
}

function conflictAt(path: string): KeptResult {
  const message = existsSync(path)
    ? `${path} was changed by another program since Octavo wrote it, and was left as it is.`
    : `${path} is not there any more: it was moved or deleted, and was not written again.`
  return { path, trouble: 'conflict', message, sha256: null }
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Null where there is no such file. Throws `cannot-write`: what may not be read is not replaced either. */
function digestOfFile(path: string): string | null {
  try {
    return digestOf(readFileSync(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new AppError('cannot-write', `${path} could not be read before it is written (${code}), and was left as it is.`, {
      cause: error,
    })
  }
}

/** `refs (from Octavo).bib`, or the first number that is free. */
function freePathBeside(path: string): string {
  const extension = extname(path)
  const base = join(dirname(path), basename(path, extension))
  for (let number = 1; ; number += 1) {
    const candidate = `${base} (from Octavo${number === 1 ? '' : ` ${number}`})${extension}`
    if (!existsSync(candidate)) return candidate
  }
}

const mostNamed = 3

function describeProblems(problems: readonly ExportProblem[]): string | null {
  if (problems.length === 0) return null
  const named = problems.slice(0, mostNamed).map(({ citationKey, message }) => `${citationKey}: ${message}`)
  const rest = problems.length - named.length
  return [...named, ...(rest > 0 ? [`So it is with ${rest.toLocaleString('en')} more.`] : [])].join(' ')
}

import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import type { ReadableDatabase } from '../db/database.ts'
import type { Progress } from '../db/model/progress.ts'
import { findPaperOfKey } from '../db/queries/key-history.ts'
import { documentExtensions, findCitedKeys } from './formats/cited-keys.ts'
import { decodeText } from './formats/decode-text.ts'

/** A key that documents cite, and the paper that it stands for. */
export type KeyInUse = {
  readonly citationKey: string
  readonly uses: number
  /** The first few places, as `chapter/one.tex:12`. */
  readonly places: readonly string[]
  /** null: no paper of the library has or had this key. */
  readonly paperId: number | null
  /** The key that the paper shows now; another one where this is an alias. */
  readonly shownKey: string | null
}

export type KeysInUse = {
  readonly files: number
  readonly keys: readonly KeyInUse[]
  /** What could not be looked at, each in a sentence. */
  readonly problems: readonly string[]
}

const largestFile = 20_000_000
const mostFiles = 20_000
const placesShown = 3
const skippedFolders = new Set(['node_modules', '_build', '_site', '__pycache__'])

type Uses = { uses: number; readonly places: string[] }

/** Reads the documents below a folder, one a step, and says which keys they cite. Links to elsewhere and hidden folders are passed over. */
export function* findKeysInUse(db: ReadableDatabase, { path }: { path: string }): Generator<Progress, KeysInUse> {
  const problems: string[] = []
  const files = yield* listDocuments(path, problems)
  const found = new Map<string, Uses>()
  for (const [done, file] of files.entries()) {
    yield { what: 'Reading documents', done, total: files.length }
    const name = relative(path, file)
    for (const { citationKey, line } of readCitedKeys(file, { name, problems })) {
      const uses = found.get(citationKey) ?? { uses: 0, places: [] }
      uses.uses += 1
      if (uses.places.length < placesShown) uses.places.push(`${name}:${line}`)
      found.set(citationKey, uses)
    }
  }
  const keys = [...found].map(([citationKey, uses]) => ({
    citationKey,
    ...uses,
    ...(findPaperOfKey(db, citationKey) ?? { paperId: null, shownKey: null }),
  }))
  return { files: files.length, keys: keys.sort((a, b) => (a.citationKey < b.citationKey ? -1 : 1)), problems }
}

function* listDocuments(path: string, problems: string[]): Generator<Progress, readonly string[]> {
  const files: string[] = []
  const folders = [path]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    yield { what: 'Looking for documents', done: 0, total: 0 }
    for (const entry of readFolder(folder, problems)) {
      const own = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skippedFolders.has(entry.name)) folders.push(own)
      else if (entry.isFile() && documentExtensions.includes(extensionOf(own))) files.push(own)
    }
    if (files.length > mostFiles) {
      problems.push(
        `There are more than ${mostFiles.toLocaleString('en')} documents; the others were not read. Choose a smaller folder.`,
      )
      return files.slice(0, mostFiles).sort()
    }
  }
  return files.sort()
}

function readFolder(folder: string, problems: string[]) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    problems.push(`The folder ${folder} could not be read (${codeOf(error)}). Check its name and its permissions.`)
    return []
  }
}

function readCitedKeys(file: string, { name, problems }: { name: string; problems: string[] }) {
  try {
    const { size } = lstatSync(file)
    if (size <= largestFile) return findCitedKeys(decodeText(readFileSync(file)).text, extensionOf(file))
    problems.push(`${name} has ${Math.round(size / 1e6)} MB and was not read: documents of up to 20 MB are.`)
  } catch (error) {
    problems.push(`${name} could not be read (${codeOf(error)}), so its keys are not known. Check its permissions.`)
  }
  return []
}

function extensionOf(file: string): string {
  return extname(file).slice(1).toLowerCase()
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message
}

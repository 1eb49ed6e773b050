import {
  baseOfKey,
  findGivenKey,
  isKeyKnownElsewhere,
  knownParts,
  listProposers,
  setProposals,
  shownCitationKey,
  typeCitationKey,
} from './citation-keys.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'
import { foldKey, withSuffix } from './model/citation-key.ts'
import type { Progress } from './model/progress.ts'
import { settlePaper } from './model/settle-paper.ts'
import { setEdit } from './queries/edits.ts'
import { findPaper, type PaperRow, readPaperRecords } from './queries/paper-records.ts'
import { readKeyPattern } from './queries/settings.ts'

/**
 * Making keys again by the present pattern, on the user's word. A key that follows the pattern stays, also with its letter behind it
 * while another paper has the key without. One that was only proposed is proposed anew; one that documents may know becomes an alias,
 * and the new key is issued in its place: undone, the former shows again, and the new one stays with its paper.
 */
export type KeyChange = {
  readonly paperId: number
  readonly from: string
  readonly to: string
  /** The former key left the program, was typed, or came in: it stays as an alias. */
  readonly isIssued: boolean
}

type Renewal = KeyChange & { readonly known: readonly string[] }

const papersAtOnce = 100

/** What would change of these papers' keys, were they made again together. */
export function* planKeyChanges(
  db: ReadableDatabase,
  { paperIds }: { paperIds: readonly number[] },
): Generator<Progress, readonly Renewal[]> {
  const pattern = readKeyPattern(db)
  const ids = paperIds.toSorted((a, b) => a - b)
  const scope = new Set(ids)
  const given = new Set<string>()
  const changes: Renewal[] = []
  for (const [done, id] of ids.entries()) {
    if (done % papersAtOnce === 0) yield { what: 'Making keys', done, total: ids.length, unit: 'papers' }
    const paper = findPaper(db, id)
    if (paper === undefined || paper.mergedInto !== null) continue
    const now = readKey(db, paper)
    const base = baseOfKey(pattern, now.settled)
    const isTaken = (key: string) =>
      given.has(key) ||
      isKeyKnownElsewhere(db, key, id) ||
      listProposers(db, key).some((other) => other !== id && !(scope.has(other) && isOnlyProposed(db, other)))
    const to = follows(now.citationKey, base, isTaken) ? now.citationKey : withSuffix(base, isTaken)
    given.add(foldKey(to))
    if (to !== now.citationKey)
      changes.push({ paperId: id, from: now.citationKey, to, isIssued: now.isIssued, known: knownParts(now.settled) })
  }
  return changes
}

/** Throws `plan-outdated` when the keys would be others by now. */
export function applyKeyChanges(
  db: WritableDatabase,
  { changes, planned, at }: { changes: readonly Pick<KeyChange, 'paperId' | 'to'>[]; planned: readonly Renewal[]; at: string },
): void {
  const asSeen = new Map(changes.map(({ paperId, to }) => [paperId, to]))
  if (planned.length !== asSeen.size || planned.some(({ paperId, to }) => asSeen.get(paperId) !== to))
    throw new AppError(
      'plan-outdated',
      'The library has changed meanwhile, and the keys would be others. Nothing was changed; look again.',
    )
  const proposed = planned.filter(({ isIssued }) => !isIssued)
  setProposals(
    db,
    proposed.map(({ paperId, known, to }) => ({ paperId, citationKey: to, known })),
  )
  for (const { paperId, to } of planned.filter(({ isIssued }) => isIssued)) {
    typeCitationKey(db, { paperId, citationKey: to, at })
    setEdit(db, { paperId, field: 'citationKey', value: to, at })
  }
}

function readKey(db: ReadableDatabase, paper: PaperRow) {
  const { entries, edits } = readPaperRecords(db, paper.id)
  const settled = settlePaper(entries, edits)
  const isTyped = edits.some(({ field }) => field === 'citationKey')
  const givenKey = findGivenKey(db, paper.id)
  const citationKey = shownCitationKey(db, paper, { settled, edits, givenKey }) ?? ''
  return { settled, citationKey, isIssued: isTyped || givenKey !== undefined }
}

function isOnlyProposed(db: ReadableDatabase, paperId: number): boolean {
  const paper = findPaper(db, paperId)
  return paper !== undefined && paper.mergedInto === null && !readKey(db, paper).isIssued
}

/** `base`, or `base` with a letter while another paper has what stands before them. */
function follows(key: string, base: string, isTaken: (key: string) => boolean): boolean {
  if (isTaken(foldKey(key))) return false
  return key === base || (key.startsWith(base) && /^[a-z]$/.test(key.slice(base.length)) && isTaken(foldKey(base)))
}

import { issueImportedAlias, issueImportedKey } from '../../db/citation-keys.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { rememberRecord } from '../../db/known-records.ts'
import { assertNever } from '../../db/model/assert-never.ts'
import type { Draft } from '../../db/model/draft.ts'
import type { OnProgress } from '../../db/model/progress.ts'
import { createEntry, findPaperOfEntry, listEntriesOfSource, updateEntry } from '../../db/queries/entries.ts'
import { mergePaper } from '../../db/queries/merges.ts'
import { addNote } from '../../db/queries/notes.ts'
import { createPaper, markPossibleDuplicate, trashPapers } from '../../db/queries/papers.ts'
import { createSource, deleteSource, markSourceRemoved, writeLeftovers } from '../../db/queries/sources.ts'
import { setStatus } from '../../db/queries/statuses.ts'
import { addTag } from '../../db/queries/tags.ts'
import { removeEntries } from '../../db/remove-source.ts'
import { libraryRevision } from '../../db/run-write.ts'
import { applyRulings } from './apply-rulings.ts'
import { type ImportPlan, isPlanned, leftoversOf, type PlannedEntry, type PlannedSource, type Target } from './import-plan.ts'
import { lastValue } from './last-value.ts'
import { planAgain } from './plan-import.ts'

/** Writes a plan, in the transaction of its caller, and returns the plan as written: made again if the library changed meanwhile. */
export function applyImport(
  db: WritableDatabase,
  { plan, at }: { plan: ImportPlan; at: string },
  onProgress?: OnProgress,
): ImportPlan {
  const current = plan.revision === libraryRevision(db) ? plan : lastValue(planAgain(db, plan), onProgress)
  for (const merge of current.merges) mergePaper(db, merge)
  const papers = paperFinder(db, at)
  const count = counter(current, onProgress)
  for (const source of current.sources) if (isPlanned(source)) applySource(db, source, { papers, at, count })
  applyRulings(db, { plan: current, at })
  return current
}

type PaperFinder = (target: Target) => number

const entriesBetweenLooks = 200

/** Called before each entry that is written. */
function counter({ sources }: ImportPlan, onProgress?: OnProgress): () => void {
  const total = sources.reduce((sum, source) => sum + (isPlanned(source) ? source.entries.length : 0), 0)
  let done = 0
  return () => {
    if (done % entriesBetweenLooks === 0) onProgress?.({ what: 'Adding entries', done, total, unit: 'entries' })
    done += 1
  }
}

/** New papers are created when their first entry asks for them, so that their order is that of the sources. */
function paperFinder(db: WritableDatabase, at: string): PaperFinder {
  const created = new Map<number, number>()
  return (target) => {
    if ('paperId' in target) return target.paperId
    const paperId = created.get(target.group) ?? createPaper(db, { at })
    created.set(target.group, paperId)
    return paperId
  }
}

type Applying = { readonly papers: PaperFinder; readonly at: string; readonly count: () => void }

function applySource(db: WritableDatabase, source: PlannedSource, { papers, at, count }: Applying): void {
  const writes = source.entries.filter(({ fate }) => needsWrite(source, fate.kind, 'isMoved' in fate && fate.isMoved))
  if (source.sameAs !== null) markSourceRemoved(db, { sourceId: source.sameAs, at: null })
  if (source.sameAs !== null && writes.length === 0 && source.missing.length === 0) return
  if (source.entries.every(({ fate }) => fate.kind === 'repeated' || fate.kind === 'excluded') && source.missing.length === 0)
    return
  const { name, sha256, format, layout, compressed } = source
  const leftovers = leftoversOf(source)
  const entryCount = source.entries.filter(({ fate }) => fate.kind !== 'excluded').length
  const sourceId =
    source.sameAs ?? createSource(db, { name, sha256, format, layout, compressed, leftovers, entryCount, importedAt: at })
  if (source.sameAs !== null) readAgain(db, source, sourceId)
  // All papers before all entries: statements that take turns run at half their speed.
  for (const { fate } of writes) if ('target' in fate) papers(fate.target)
  for (const entry of writes) {
    count()
    applyEntry(db, entry, { sourceId, papers, at })
  }
  if (source.versionOf !== null && listEntriesOfSource(db, source.versionOf).length === 0) deleteSource(db, source.versionOf)
}

/** The same bytes under a better reader: what it reads today replaces what was read then. */
function readAgain(db: WritableDatabase, source: PlannedSource, sourceId: number): void {
  writeLeftovers(db, sourceId, leftoversOf(source))
  removeEntries(db, { sourceId, entryIds: new Set(source.missing) })
}

/** In a new version even what says the same must move to the new source. */
function needsWrite(source: PlannedSource, kind: PlannedEntry['fate']['kind'], isMoved: boolean): boolean {
  return kind !== 'repeated' && kind !== 'excluded' && (kind !== 'unchanged' || isMoved || source.versionOf !== null)
}

function applyEntry(
  db: WritableDatabase,
  entry: PlannedEntry,
  { sourceId, papers, at }: { sourceId: number; papers: PaperFinder; at: string },
): void {
  const { draft, digest, sample, fate } = entry
  switch (fate.kind) {
    case 'repeated':
    case 'excluded':
      return
    case 'unchanged':
    case 'changed':
      updateEntry(db, { entryId: fate.entryId, sourceId, draft, digest })
      issueKey(db, draft, { paperId: findPaperOfEntry(db, fate.entryId), at })
      return
    case 'added':
    case 'merged': {
      const paperId = papers(fate.target)
      const entryId = createEntry(db, { paperId, sourceId, draft, digest })
      if (sample !== undefined) rememberRecord(db, entryId, { fields: draft.fields, digest, sample })
      // Someone who imports a paper again wants it back.
      if ('paperId' in fate.target) trashPapers(db, { paperIds: [paperId], at: null })
      issueKey(db, draft, { paperId, at })
      carryReading(db, entry, { paperId, at })
      for (const { target, evidence } of entry.doubts)
        markPossibleDuplicate(db, { paperId, otherPaperId: papers(target), evidence })
      return
    }
    default:
      assertNever(fate)
  }
}

function issueKey(db: WritableDatabase, draft: Draft, { paperId, at }: { paperId: number | null; at: string }): void {
  const { citationKey, keyAliases = [] } = draft
  if (citationKey === undefined || paperId === null) return
  issueImportedKey(db, { paperId, citationKey, at })
  for (const alias of keyAliases) issueImportedAlias(db, { paperId, citationKey: alias, at })
}

/** Tags come to any paper; a status and notes only to a new one, for what the user says of an old one stands. */
function carryReading(db: WritableDatabase, { draft, fate }: PlannedEntry, { paperId, at }: { paperId: number; at: string }): void {
  const { reading } = draft
  if (reading === undefined) return
  for (const name of reading.tags) addTag(db, { paperIds: [paperId], name })
  if (fate.kind !== 'added') return
  for (const text of reading.notes) addNote(db, { paperId, text, at })
  if (reading.status !== null) setStatus(db, { paperIds: [paperId], status: reading.status, at })
}

import { isKeyTaken } from '../../db/citation-keys.ts'
import type { ReadableDatabase } from '../../db/database.ts'
import type { Progress } from '../../db/model/progress.ts'
import { workText } from '../../db/model/work-text.ts'
import { libraryRevision } from '../../db/run-write.ts'
import {
  type FailedSource,
  type Fate,
  type ImportPlan,
  isPlanned,
  type PlannedEntry,
  type PlannedSource,
  type SourceInput,
} from './import-plan.ts'
import { matchVersion, type VersionMatch } from './match-version.ts'
import { type ReadSource, readSource } from './read-source.ts'
import { type RecognisedRecord, type Recognition, recognise } from './recognise.ts'

/** Reads, parses and recognises without a lock; each yield is a place to show progress or to stop. */
export function* planImport(
  db: ReadableDatabase,
  inputs: readonly (SourceInput | FailedSource)[],
): Generator<Progress, ImportPlan> {
  const sources: Source[] = []
  for (const [done, input] of inputs.entries()) {
    yield { what: `Reading ${input.name}`, done, total: inputs.length, unit: 'lists' }
    sources.push('error' in input ? input : readSource(input))
  }
  yield { what: 'Comparing with the library', done: 0, total: 0 }
  return yield* decideFates(db, sources)
}

/** The same decisions for a library that has changed since the plan was made. */
export function* planAgain(db: ReadableDatabase, plan: ImportPlan): Generator<Progress, ImportPlan> {
  return yield* decideFates(
    db,
    plan.sources.map((source) =>
      isPlanned(source)
        ? { ...source, drafts: source.entries.map(({ draft }) => draft), digests: source.entries.map(({ digest }) => digest) }
        : source,
    ),
  )
}

type Source = ReadSource | FailedSource

function* decideFates(db: ReadableDatabase, sources: readonly Source[]): Generator<Progress, ImportPlan> {
  const revision = libraryRevision(db)
  const matches = matchSources(db, sources)
  const fresh = sources.flatMap((source, index) => freshDrafts(source, matches[index] ?? null))
  const recognition = yield* recognise(db, fresh)
  const decisions = decisionsOf(recognition)
  return {
    revision,
    sources: sources.map((source, index) =>
      'error' in source ? source : markTakenKeys(db, planSource(source, matches[index] ?? null, decisions)),
    ),
    merges: recognition.merges,
  }
}

/** One match a source, null for one that failed or whose bytes stand earlier in this import; no older source is followed twice. */
function matchSources(db: ReadableDatabase, sources: readonly Source[]): readonly (VersionMatch | null)[] {
  const met = new Set<string>()
  const followed = new Set<number>()
  return sources.map((source) => {
    if ('error' in source || met.has(source.sha256)) return null
    met.add(source.sha256)
    const match = matchVersion(db, source, followed)
    const base = match.sameAs ?? match.versionOf
    if (base !== null) followed.add(base)
    return match
  })
}

function freshDrafts(source: Source, match: VersionMatch | null): readonly RecognisedRecord[] {
  if ('error' in source || match === null) return []
  const drafts = source.drafts.filter((_, index) => match.fates[index] === null)
  return drafts.map(({ fields, citationKey }) => ({
    work: workText(fields),
    keyedBy: citationKey === undefined ? null : source.sha256,
  }))
}

type Decision = Pick<PlannedEntry, 'fate' | 'doubts'>

/** The decisions on fresh drafts in the order in which they were recognised. */
function decisionsOf({ targets, doubts }: Recognition): Iterator<Decision> {
  const doubtsOf = Map.groupBy(doubts, ({ record }) => record)
  return targets
    .map(({ target, evidence }, record): Decision => {
      const fate: Fate = evidence === null ? { kind: 'added', target } : { kind: 'merged', target, evidence }
      return { fate, doubts: (doubtsOf.get(record) ?? []).map((doubt) => ({ target: doubt.target, evidence: doubt.evidence })) }
    })
    .values()
}

function planSource(source: ReadSource, match: VersionMatch | null, decisions: Iterator<Decision>): PlannedSource {
  const { drafts, digests, ...rest } = source
  const entries = drafts.map((draft, index): PlannedEntry => {
    const known: Fate | null = match === null ? { kind: 'repeated' } : (match.fates[index] ?? null)
    const decision = known === null ? decisions.next().value : { fate: known, doubts: [] }
    return { draft, digest: digests[index] ?? '', ...decision }
  })
  const { sameAs, versionOf, missing } = match ?? { sameAs: null, versionOf: null, missing: [] }
  return { ...rest, sameAs, versionOf, entries, missing }
}

function markTakenKeys(db: ReadableDatabase, source: PlannedSource): PlannedSource {
  const isTaken = ({ fate, draft }: PlannedEntry) =>
    fate.kind === 'added' && draft.citationKey !== undefined && isKeyTaken(db, draft.citationKey, 0)
  return { ...source, entries: source.entries.map((entry) => (isTaken(entry) ? { ...entry, isKeyTaken: true } : entry)) }
}

import { isKeyTaken } from '../../db/citation-keys.ts'
import type { ReadableDatabase } from '../../db/database.ts'
import type { Progress } from '../../db/model/progress.ts'
import type { Sample } from '../../db/model/work-text.ts'
import { libraryRevision } from '../../db/run-write.ts'
import { isWebPage } from '../formats/list/html-lines.ts'
import { listGrammars } from '../formats/list/list-grammars.ts'
import { type CarriedSource, carryCorrections } from './carry-corrections.ts'
import type { Compared } from './compare-records.ts'
import {
  type EntryPlace,
  type FailedSource,
  type Fate,
  type ImportPlan,
  isPlanned,
  type PlannedEntry,
  type PlannedSource,
  type SourceInput,
} from './import-plan.ts'
import { matchVersion, type VersionMatch } from './match-version.ts'
import { readSource } from './read-source.ts'
import { type Recognition, recognise } from './recognise.ts'
import { saidOf } from './rulings.ts'

/** Reads, parses and recognises without a lock; each yield is a place to show progress or to stop. */
export function* planImport(
  db: ReadableDatabase,
  inputs: readonly (SourceInput | FailedSource)[],
  compared: Compared = new Map(),
): Generator<Progress, ImportPlan> {
  const sources: Source[] = []
  for (const [done, input] of inputs.entries()) {
    const reading: Progress = { what: `Reading ${input.name}`, done, total: inputs.length, unit: 'lists' }
    yield reading
    const source = 'error' in input ? input : yield* readSource(input, reading)
    sources.push('error' in source ? source : carryCorrections(db, source))
  }
  yield { what: 'Comparing with the library', done: 0, total: 0 }
  return yield* decideFates(db, sources, compared)
}

/** The same decisions for a library, or for drafts, that have changed since the plan was made. What stays the same is the same object. */
export function* planAgain(
  db: ReadableDatabase,
  plan: ImportPlan,
  compared: Compared = new Map(),
): Generator<Progress, ImportPlan> {
  const sources = plan.sources.map((source): Source => {
    if (!isPlanned(source)) return source
    const { entries, ...rest } = source
    return {
      ...rest,
      drafts: entries.map(({ draft }) => draft),
      digests: entries.map(({ digest }) => digest),
      rulings: entries.map(({ ruling }) => ruling),
    }
  })
  const again = yield* decideFates(db, sources, compared)
  return { ...again, sources: again.sources.map((source, index) => keepEntries(source, plan.sources[index])) }
}

type Source = CarriedSource | FailedSource

function* decideFates(db: ReadableDatabase, sources: readonly Source[], compared: Compared): Generator<Progress, ImportPlan> {
  const revision = libraryRevision(db)
  const matches = matchSources(db, sources)
  const fresh = sources.flatMap((source, index) => freshDrafts(source, { index, match: matches[index] ?? null }))
  const records = fresh.map(({ draft, digest, keyedBy }) => ({ fields: draft.fields, digest, keyedBy }))
  const recognition = yield* recognise(db, { records, said: saidOf(fresh), compared })
  const decisions = decisionsOf(
    recognition,
    records.map(({ fields }) => compared.get(fields)?.sample),
  )
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
    const match = withoutExcluded(matchVersion(db, source, followed), source)
    const base = match.sameAs ?? match.versionOf
    if (base !== null) followed.add(base)
    return match
  })
}

/** An entry that is not wanted stands for no entry of an older version. */
function withoutExcluded(match: VersionMatch, { rulings }: Exclude<Source, FailedSource>): VersionMatch {
  if (rulings?.some((ruling) => ruling?.isExcluded === true) !== true) return match
  const dropped = match.fates.filter((_, index) => rulings[index]?.isExcluded === true)
  return {
    ...match,
    fates: match.fates.map((fate, index) => (rulings[index]?.isExcluded === true ? { kind: 'excluded' } : fate)),
    missing: [...match.missing, ...dropped.flatMap((fate) => (fate !== null && 'entryId' in fate ? [fate.entryId] : []))],
  }
}

/** The drafts that nothing is known of but what they say. */
function freshDrafts(source: Source, { index, match }: { index: number; match: VersionMatch | null }): readonly EntryPlace[] {
  if ('error' in source || match === null) return []
  return source.drafts
    .map((draft, place) => ({
      source: index,
      draft,
      digest: source.digests[place] ?? '',
      keyedBy: draft.citationKey === undefined ? null : source.sha256,
      ruling: source.rulings?.[place],
    }))
    .filter((_, place) => match.fates[place] === null)
}

type Decision = Pick<PlannedEntry, 'fate' | 'doubts' | 'sample'>

/** The decisions on fresh drafts in the order in which they were recognised. */
function decisionsOf({ targets, doubts }: Recognition, samples: readonly (Sample | undefined)[]): Iterator<Decision> {
  const doubtsOf = Map.groupBy(doubts, ({ record }) => record)
  return targets
    .map(({ target, evidence }, record): Decision => {
      const fate: Fate = evidence === null ? { kind: 'added', target } : { kind: 'merged', target, evidence }
      const sample = samples[record]
      return {
        fate,
        doubts: (doubtsOf.get(record) ?? []).map((doubt) => ({ target: doubt.target, evidence: doubt.evidence })),
        ...(sample === undefined ? {} : { sample }),
      }
    })
    .values()
}

function planSource(
  source: Exclude<Source, FailedSource>,
  match: VersionMatch | null,
  decisions: Iterator<Decision>,
): PlannedSource {
  const { drafts, digests, rulings, ...rest } = source
  const entries = drafts.map((draft, index): PlannedEntry => {
    const ruling = rulings?.[index]
    const known: Fate | null = match === null ? { kind: 'repeated' } : (match.fates[index] ?? null)
    const decision = known === null ? decisions.next().value : { fate: known, doubts: [] }
    return { draft, digest: digests[index] ?? '', ...(ruling === undefined ? {} : { ruling }), ...decision }
  })
  const { sameAs, versionOf, missing } = match ?? { sameAs: null, versionOf: null, missing: [] }
  const hasLines = source.format === 'list' && !isWebPage(source.lines.map((text, index) => ({ number: index + 1, text })))
  const layouts = hasLines ? listGrammars.map(({ name }) => name) : []
  return { ...rest, layouts, sameAs, versionOf, entries, missing }
}

/** Entries of which nothing has changed stay the objects that they were. */
function keepEntries(source: ImportPlan['sources'][number], before: ImportPlan['sources'][number] | undefined): typeof source {
  if (!isPlanned(source) || before === undefined || !isPlanned(before)) return source
  const known = new Map(before.entries.map((entry) => [entry.draft, entry]))
  const entries = source.entries.map((entry) => {
    const earlier = known.get(entry.draft)
    return earlier !== undefined && decisionText(earlier) === decisionText(entry) ? earlier : entry
  })
  return { ...source, entries }
}

function decisionText({ fate, doubts, ruling, isKeyTaken: isTaken }: PlannedEntry): string {
  return JSON.stringify([fate, doubts, ruling ?? null, isTaken ?? null])
}

function markTakenKeys(db: ReadableDatabase, source: PlannedSource): PlannedSource {
  const isTaken = ({ fate, draft }: PlannedEntry) =>
    fate.kind === 'added' && draft.citationKey !== undefined && isKeyTaken(db, draft.citationKey, 0)
  return { ...source, entries: source.entries.map((entry) => (isTaken(entry) ? { ...entry, isKeyTaken: true } : entry)) }
}

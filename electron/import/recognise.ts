import { hasIssuedKey } from '../../db/citation-keys.ts'
import type { ReadableDatabase } from '../../db/database.ts'
import { compareWorks, type Verdict } from '../../db/model/compare-works.ts'
import type { Progress } from '../../db/model/progress.ts'
import type { WorkText } from '../../db/model/work-text.ts'
import { areSeparated } from '../../db/queries/matches.ts'
import { readPaperRecords } from '../../db/queries/paper-records.ts'
import { recordsOfWork } from '../../db/settle-papers.ts'
import { findCandidates } from './candidates.ts'
import { createGroups, type Groups } from './groups.ts'
import type { Target } from './import-plan.ts'

/**
 * Which records are one work, among themselves and with the library. A work is a connected group of sure matches, so that no
 * order of arrival decides. A group that ties several papers makes them one, unless the user edited one of them or said that they
 * are not the same, or documents cite two of them: then it goes to the oldest, and the others are doubts.
 * Two records to which one bibliography gave a key each are two to those who cite them: they are never joined, the later is a doubt.
 */
export type Recognition = {
  /** For each record its paper, and why it is that one; null for the first of a new paper. */
  readonly targets: readonly { readonly target: Target; readonly evidence: string | null }[]
  readonly doubts: readonly { readonly record: number; readonly target: Target; readonly evidence: string }[]
  readonly merges: readonly { readonly paperId: number; readonly intoId: number }[]
}

/** Nodes of the groups: records are their index, papers of the library the negative of their id. */
type Pair = { readonly record: number; readonly other: number; readonly verdict: Verdict }

const pairsAtOnce = 500

export type RecognisedRecord = {
  readonly work: WorkText
  /** The source that gave it a citation key, by any name; null for a record without one. */
  readonly keyedBy: string | null
}

export function* recognise(db: ReadableDatabase, records: readonly RecognisedRecord[]): Generator<Progress, Recognition> {
  const works = records.map(({ work }) => work)
  const pairs = yield* comparePairs(db, works)
  const groups = createGroups()
  const evidence = new Map<number, string>()
  const tryJoin = joinUnlessKeyed(groups, records)
  const keptApart: Tie[] = []
  for (const { record, other, verdict } of pairs) {
    if (verdict.kind !== 'same') continue
    if (!tryJoin(record, other)) {
      keptApart.push({ record, other, evidence: verdict.evidence })
      continue
    }
    for (const node of [record, other]) if (!evidence.has(node)) evidence.set(node, verdict.evidence)
  }
  const { papers, merges, ties } = choosePapers(db, groups)
  const mergedInto = new Map(merges.map(({ paperId, intoId }) => [paperId, intoId]))
  const targets = targetsOf(records.length, { groups, papers, evidence })
  const unsure = pairs.filter(({ verdict }) => verdict.kind === 'maybe')
  const doubts = [
    ...ties,
    ...keptApart,
    ...unsure.map(({ record, other, verdict }) => ({ record, other, evidence: verdict.evidence })),
  ]
    .map(({ record, other, evidence: reason }) => ({
      record,
      target: other < 0 ? { paperId: -other } : (targets[other]?.target ?? { group: -1 }),
      evidence: reason,
    }))
    .map((doubt) => ({ ...doubt, target: resolveMerged(doubt.target, mergedInto) }))
    .filter(({ record, target }) => !isSameTarget(targets[record]?.target, target))
  return { targets, doubts, merges }
}

/** Joins two groups, or answers false where both have a record that one source gave a key of its own. */
function joinUnlessKeyed(groups: Groups, records: readonly RecognisedRecord[]): (a: number, b: number) => boolean {
  const keyedBy = new Map<number, ReadonlySet<string>>()
  for (const [record, { keyedBy: source }] of records.entries()) {
    groups.add(record)
    if (source !== null) keyedBy.set(record, new Set([source]))
  }
  return (a, b) => {
    groups.add(b)
    const [left, right] = [groups.find(a), groups.find(b)]
    if (left === right) return true
    const sources = [...(keyedBy.get(left) ?? []), ...(keyedBy.get(right) ?? [])]
    const together = new Set(sources)
    if (together.size < sources.length) return false
    groups.join(left, right)
    keyedBy.set(groups.find(left), together)
    return true
  }
}

function* comparePairs(db: ReadableDatabase, works: readonly WorkText[]): Generator<Progress, readonly Pair[]> {
  const candidates = yield* findCandidates(db, works)
  const libraryWorks = new Map<number, readonly WorkText[]>()
  const pairs: Pair[] = []
  let compared = 0
  for (const [record, { records, paperIds }] of candidates.entries()) {
    const work = works[record]
    if (work === undefined) continue
    for (const other of records) {
      const otherWork = works[other]
      if (otherWork !== undefined) pairs.push({ record, other, verdict: compareWorks(work, otherWork) })
    }
    for (const paperId of paperIds) {
      const known = libraryWorks.get(paperId) ?? recordsOfWork(readPaperRecords(db, paperId))
      libraryWorks.set(paperId, known)
      pairs.push({ record, other: -paperId, verdict: bestVerdict(known.map((other) => compareWorks(work, other))) })
    }
    compared += 1 + records.length + paperIds.length
    if (compared >= pairsAtOnce) {
      compared = 0
      yield { what: 'Recognising papers', done: record + 1, total: works.length, unit: 'entries' }
    }
  }
  return pairs.filter(({ verdict }) => verdict.kind !== 'different')
}

function bestVerdict(verdicts: readonly Verdict[]): Verdict {
  const strength = { same: 2, maybe: 1, different: 0 }
  return verdicts.reduce((best, verdict) => (strength[verdict.kind] > strength[best.kind] ? verdict : best), {
    kind: 'different',
    evidence: '',
  })
}

type Tie = { readonly record: number; readonly other: number; readonly evidence: string }

/** The paper of each group that has any, by the group's root. */
function choosePapers(
  db: ReadableDatabase,
  groups: Groups,
): { papers: Map<number, number>; merges: { paperId: number; intoId: number }[]; ties: Tie[] } {
  const papers = new Map<number, number>()
  const merges: { paperId: number; intoId: number }[] = []
  const ties: Tie[] = []
  for (const [root, members] of groups.all()) {
    const [oldest, ...others] = members.flatMap((node) => (node < 0 ? [-node] : [])).sort((a, b) => a - b)
    if (oldest === undefined) continue
    papers.set(root, oldest)
    const isMerged = others.length > 0 && mayMerge(db, [oldest, ...others])
    for (const paperId of others) {
      if (isMerged) merges.push({ paperId, intoId: oldest })
      else
        ties.push(
          ...members
            .filter((node) => node >= 0)
            .slice(0, 1)
            .map((record) => ({ record, other: -paperId, evidence: 'ties two papers' })),
        )
    }
  }
  return { papers, merges, ties }
}

function mayMerge(db: ReadableDatabase, paperIds: readonly number[]): boolean {
  if (paperIds.some((id) => readPaperRecords(db, id).edits.length > 0)) return false
  if (paperIds.filter((paperId) => hasIssuedKey(db, paperId)).length > 1) return false
  return !paperIds.some((paperId) =>
    paperIds.some((otherPaperId) => otherPaperId > paperId && areSeparated(db, { paperId, otherPaperId })),
  )
}

type Decided = { readonly groups: Groups; readonly papers: Map<number, number>; readonly evidence: Map<number, string> }

function targetsOf(records: number, { groups, papers, evidence }: Decided): { target: Target; evidence: string | null }[] {
  const numbers = new Map<number, number>()
  return Array.from({ length: records }, (_, record) => {
    const root = groups.find(record)
    const paperId = papers.get(root)
    if (paperId !== undefined) return { target: { paperId }, evidence: evidence.get(record) ?? '' }
    const known = numbers.get(root)
    numbers.set(root, known ?? numbers.size)
    return { target: { group: numbers.get(root) ?? 0 }, evidence: known === undefined ? null : (evidence.get(record) ?? '') }
  })
}

function resolveMerged(target: Target, mergedInto: ReadonlyMap<number, number>): Target {
  if (!('paperId' in target)) return target
  return { paperId: mergedInto.get(target.paperId) ?? target.paperId }
}

function isSameTarget(a: Target | undefined, b: Target): boolean {
  return a !== undefined && ('paperId' in a ? 'paperId' in b && a.paperId === b.paperId : 'group' in b && a.group === b.group)
}

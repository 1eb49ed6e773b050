import { hasIssuedKey } from '../../db/citation-keys.ts'
import type { ReadableDatabase } from '../../db/database.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import type { Progress } from '../../db/model/progress.ts'
import { readPaperRecords } from '../../db/queries/paper-records.ts'
import { areRecordsSeparated, areSeparated, hasSeparations, isSeparated } from '../../db/queries/separations.ts'
import { type Compared, comparePairs, type Pair } from './compare-records.ts'
import { createGroups, type Groups } from './groups.ts'
import type { Target } from './import-plan.ts'

/**
 * Which records are one work, among themselves and with the library. A work is a connected group of sure matches, so that no
 * order of arrival decides. A group that ties several papers makes them one, unless the user edited one of them or said that they
 * are not the same, or documents cite two of them: then it goes to the oldest, and the others are doubts.
 * Two records to which one bibliography gave a key each are two to those who cite them: they are never joined, the later is a doubt.
 * What a person says of two in the review stands above what was measured.
 */
export type Recognition = {
  /** For each record its paper, and why it is that one; null for the first of a new paper. */
  readonly targets: readonly { readonly target: Target; readonly evidence: string | null }[]
  readonly doubts: readonly { readonly record: number; readonly target: Target; readonly evidence: string }[]
  readonly merges: readonly { readonly paperId: number; readonly intoId: number }[]
}

/** Nodes are records by their index, and papers of the library by the negative of their id. */
export type Said = { readonly record: number; readonly other: number; readonly isSame: boolean }

export type Recognising = {
  readonly records: readonly RecognisedRecord[]
  readonly said: readonly Said[]
  readonly compared: Compared
}

export type RecognisedRecord = {
  readonly fields: EntryFields
  /** Of the fields, as an entry has it. */
  readonly digest: string
  /** The source that gave it a citation key, by any name; null for a record without one. */
  readonly keyedBy: string | null
}

export function* recognise(
  db: ReadableDatabase,
  { records, said: saidNow, compared }: Recognising,
): Generator<Progress, Recognition> {
  const measured = yield* comparePairs(
    db,
    records.map(({ fields }) => fields),
    compared,
  )
  const said = [...saidNow, ...saidBefore(db, measured, { records, saidNow })]
  const pairs = withSaid(measured, said)
  const groups = createGroups()
  const evidence = new Map<number, string>()
  const tryJoin = joinUnlessKeyed(groups, records)
  const apart = said.filter(({ isSame }) => !isSame)
  const keptApart: Tie[] = []
  for (const { record, other, verdict } of pairs) {
    if (verdict.kind !== 'same' || wouldJoin(groups, { record, other }, apart)) continue
    if (!tryJoin(record, other, verdict.evidence === asSaid)) {
      keptApart.push({ record, other, evidence: verdict.evidence })
      continue
    }
    for (const node of [record, other]) if (!evidence.has(node)) evidence.set(node, verdict.evidence)
  }
  const { papers, merges, ties } = choosePapers(db, groups, said)
  const mergedInto = new Map(merges.map(({ paperId, intoId }) => [paperId, intoId]))
  const targets = targetsOf(records, { groups, papers, evidence, compared })
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
    .filter(({ record, target }) => isOpen(db, targets[record]?.target, target))
  return { targets, doubts, merges }
}

/** What a person told apart in an earlier import, or in the library, stays apart when it comes again, unless it is said otherwise now. */
function saidBefore(
  db: ReadableDatabase,
  pairs: readonly Pair[],
  { records, saidNow }: { records: readonly RecognisedRecord[]; saidNow: readonly Said[] },
): readonly Said[] {
  if (!hasSeparations(db)) return []
  const isOpenNow = ({ record, other }: Pair) =>
    !saidNow.some((word) => word.isSame && (word.record === record ? word.other === other : word.record === other))
  return pairs.filter(isOpenNow).flatMap(({ record, other }) => {
    const digest = records[record]?.digest ?? ''
    const areApart =
      other < 0
        ? isSeparated(db, { record: digest, paperId: -other })
        : areRecordsSeparated(db, [digest, records[other]?.digest ?? ''])
    return areApart ? [{ record, other, isSame: false }] : []
  })
}

/** Joins two groups, or answers false where both have a record that one source gave a key of its own; a person's word joins them. */
function joinUnlessKeyed(groups: Groups, records: readonly RecognisedRecord[]): (a: number, b: number, isSaid: boolean) => boolean {
  const keyedBy = new Map<number, ReadonlySet<string>>()
  for (const [record, { keyedBy: source }] of records.entries()) {
    groups.add(record)
    if (source !== null) keyedBy.set(record, new Set([source]))
  }
  return (a, b, isSaid) => {
    groups.add(b)
    const [left, right] = [groups.find(a), groups.find(b)]
    if (left === right) return true
    const sources = [...(keyedBy.get(left) ?? []), ...(keyedBy.get(right) ?? [])]
    const together = new Set(sources)
    if (together.size < sources.length && !isSaid) return false
    groups.join(left, right)
    keyedBy.set(groups.find(left), together)
    return true
  }
}

const asSaid = 'as you said'

/** A person's word comes first, and nothing that was measured is heard of that pair. */
function withSaid(pairs: readonly Pair[], said: readonly Said[]): readonly Pair[] {
  if (said.length === 0) return pairs
  const decided = new Set(said.flatMap(({ record, other }) => [`${record} ${other}`, `${other} ${record}`]))
  const same = said.filter(({ isSame }) => isSame)
  return [
    ...same.map(({ record, other }) => ({ record, other, verdict: { kind: 'same' as const, evidence: asSaid } })),
    ...pairs.filter(({ record, other }) => !decided.has(`${record} ${other}`)),
  ]
}

/** Whether joining two groups would bring together what a person has put apart. */
function wouldJoin(groups: Groups, { record, other }: Pick<Pair, 'record' | 'other'>, apart: readonly Said[]): boolean {
  if (apart.length === 0) return false
  groups.add(other)
  const roots = new Set([groups.find(record), groups.find(other)])
  return apart.some((pair) => {
    groups.add(pair.other)
    const [one, two] = [groups.find(pair.record), groups.find(pair.other)]
    return one !== two && roots.has(one) && roots.has(two)
  })
}

type Tie = { readonly record: number; readonly other: number; readonly evidence: string }

/** The paper of each group that has any, by the group's root. */
function choosePapers(
  db: ReadableDatabase,
  groups: Groups,
  said: readonly Said[],
): { papers: Map<number, number>; merges: { paperId: number; intoId: number }[]; ties: Tie[] } {
  const papers = new Map<number, number>()
  const merges: { paperId: number; intoId: number }[] = []
  const ties: Tie[] = []
  const wanted = new Set(said.flatMap(({ other, isSame }) => (isSame ? [-other] : [])))
  for (const [root, members] of groups.all()) {
    const [oldest, ...others] = members.flatMap((node) => (node < 0 ? [-node] : [])).sort((a, b) => a - b)
    const record = members.find((node) => node >= 0)
    if (oldest === undefined || record === undefined) continue
    papers.set(root, oldest)
    const isWanted = others.length > 0 && [oldest, ...others].some((paperId) => wanted.has(paperId))
    const isMerged = isWanted || (others.length > 0 && mayMerge(db, [oldest, ...others]))
    for (const paperId of others) {
      if (isMerged) merges.push({ paperId, intoId: oldest })
      else ties.push({ record, other: -paperId, evidence: 'ties two papers' })
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

type Decided = {
  readonly groups: Groups
  readonly papers: Map<number, number>
  readonly evidence: Map<number, string>
  readonly compared: Compared
}

/** A new paper has the number of its first record, so that it keeps it when others come or go. */
function targetsOf(
  records: readonly RecognisedRecord[],
  { groups, papers, evidence, compared }: Decided,
): { target: Target; evidence: string | null }[] {
  const numbers = new Map<number, number>()
  return records.map(({ fields }, record) => {
    const root = groups.find(record)
    const paperId = papers.get(root)
    if (paperId !== undefined) return { target: { paperId }, evidence: evidence.get(record) ?? '' }
    const known = numbers.get(root)
    const group = known ?? compared.get(fields)?.number ?? record
    numbers.set(root, group)
    return { target: { group }, evidence: known === undefined ? null : (evidence.get(record) ?? '') }
  })
}

function resolveMerged(target: Target, mergedInto: ReadonlyMap<number, number>): Target {
  if (!('paperId' in target)) return target
  return { paperId: mergedInto.get(target.paperId) ?? target.paperId }
}

/** Two papers that a person has told apart are not asked about again, whatever comes in. */
function isOpen(db: ReadableDatabase, own: Target | undefined, target: Target): boolean {
  if (own === undefined) return true
  if ('group' in own || 'group' in target) return !('group' in own && 'group' in target && own.group === target.group)
  if (own.paperId === target.paperId) return false
  return !areSeparated(db, { paperId: own.paperId, otherPaperId: target.paperId })
}

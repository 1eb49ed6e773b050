import type { ReadableDatabase } from '../../db/database.ts'
import { compareTitles } from '../../db/model/compare-titles.ts'
import { compareWorks, type Verdict } from '../../db/model/compare-works.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import type { Progress } from '../../db/model/progress.ts'
import { type Sample, sampleOf, type WorkText, workText } from '../../db/model/work-text.ts'
import { readPaperRecords } from '../../db/queries/paper-records.ts'
import { recordsOfWork } from '../../db/settle-papers.ts'
import { type Candidates, findCandidates } from './candidates.ts'

/** Nodes are records by their index, and papers of the library by the negative of their id. */
export type Pair = { readonly record: number; readonly other: number; readonly verdict: Verdict }

type Likeness = { readonly other: EntryFields | number; readonly verdict: Verdict }

/**
 * What has been compared with this state of the library, by the record that came later: where a correction changes one record of
 * thousands, the others are not compared again. `number` counts them, and stays.
 */
export type Compared = Map<
  EntryFields,
  { readonly number: number; readonly sample: Sample; readonly likenesses: readonly Likeness[] }
>

const pairsAtOnce = 100
const samplesAtOnce = 250

/** The pairs that are one work, or may be. */
export function* comparePairs(
  db: ReadableDatabase,
  records: readonly EntryFields[],
  compared: Compared,
): Generator<Progress, readonly Pair[]> {
  const known = records.filter((record) => compared.has(record))
  const fresh = records.filter((record) => !compared.has(record))
  const inOrder = [...known, ...fresh]
  const samples = yield* takeSamples(inOrder, compared)
  const candidatesOf = yield* findCandidates(db, { samples, from: known.length })
  const likenessesOf = comparer(db, inOrder)
  let met = 0
  for (const [place, record] of fresh.entries()) {
    const index = known.length + place
    const candidates = candidatesOf(index)
    const sample = samples[index]
    if (sample !== undefined) compared.set(record, { number: compared.size, sample, likenesses: likenessesOf(record, candidates) })
    met += 1 + candidates.records.size + candidates.paperIds.size + candidates.titledRecords.size + candidates.titledPaperIds.size
    if (met >= pairsAtOnce) {
      met = 0
      yield { what: 'Recognising papers', done: place + 1, total: fresh.length, unit: 'entries' }
    }
  }
  return toPairs(records, compared)
}

/** The words of a record are forgotten again: few records are ever compared, and those of many would fill the memory. */
function* takeSamples(records: readonly EntryFields[], compared: Compared): Generator<Progress, readonly Sample[]> {
  const samples: Sample[] = []
  for (const [index, record] of records.entries()) {
    if (index % samplesAtOnce === 0) yield { what: 'Reading words', done: index, total: records.length, unit: 'entries' }
    samples.push(compared.get(record)?.sample ?? sampleOf(workText(record)))
  }
  return samples
}

/** Compares a record with its candidates; who only has a similar title is compared in full if the titles are like each other's. */
function comparer(
  db: ReadableDatabase,
  records: readonly EntryFields[],
): (record: EntryFields, candidates: Candidates) => readonly Likeness[] {
  const works = rememberWorks()
  const papers = rememberPapers(db)
  return (record, { records: others, paperIds, titledRecords, titledPaperIds }) => {
    const likenesses: Likeness[] = []
    const compare = (other: EntryFields | number | undefined, isTitled: boolean) => {
      if (other === undefined) return
      const work = works(record)
      const rivals = typeof other === 'number' ? papers(other) : [works(other)]
      const worth = isTitled ? rivals.filter((rival) => compareTitles(work, rival) !== null) : rivals
      const verdict = bestVerdict(worth.map((rival) => compareWorks(work, rival)))
      if (verdict.kind !== 'different') likenesses.push({ other, verdict })
    }
    for (const other of others) compare(records[other], false)
    for (const paperId of paperIds) compare(paperId, false)
    for (const other of titledRecords) compare(records[other], true)
    for (const paperId of titledPaperIds) compare(paperId, true)
    return likenesses
  }
}

/** The later of two records is the one that is like the other. */
function toPairs(records: readonly EntryFields[], compared: Compared): readonly Pair[] {
  const indexOf = new Map(records.map((record, index) => [record, index]))
  const pairs = records.flatMap((record, index) =>
    (compared.get(record)?.likenesses ?? []).flatMap(({ other, verdict }): readonly Pair[] => {
      const node = typeof other === 'number' ? -other : indexOf.get(other)
      if (node === undefined) return []
      return [{ record: Math.max(index, node), other: Math.min(index, node), verdict }]
    }),
  )
  return pairs.sort((a, b) => a.record - b.record)
}

function rememberWorks(): (record: EntryFields) => WorkText {
  const works = new Map<EntryFields, WorkText>()
  return (record) => {
    const work = works.get(record) ?? workText(record)
    works.set(record, work)
    return work
  }
}

function rememberPapers(db: ReadableDatabase): (paperId: number) => readonly WorkText[] {
  const papers = new Map<number, readonly WorkText[]>()
  return (paperId) => {
    const works = papers.get(paperId) ?? recordsOfWork(readPaperRecords(db, paperId))
    papers.set(paperId, works)
    return works
  }
}

function bestVerdict(verdicts: readonly Verdict[]): Verdict {
  const strength = { same: 2, maybe: 1, different: 0 }
  return verdicts.reduce((best, verdict) => (strength[verdict.kind] > strength[best.kind] ? verdict : best), {
    kind: 'different',
    evidence: '',
  })
}

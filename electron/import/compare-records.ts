import type { ReadableDatabase } from '../../db/database.ts'
import { compareWorks, type Verdict } from '../../db/model/compare-works.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import type { Progress } from '../../db/model/progress.ts'
import { type WorkText, workText } from '../../db/model/work-text.ts'
import { readPaperRecords } from '../../db/queries/paper-records.ts'
import { recordsOfWork } from '../../db/settle-papers.ts'
import { findCandidates, type Sample, sampleOf } from './candidates.ts'

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

const pairsAtOnce = 500

/** The pairs that are one work, or may be. */
export function* comparePairs(
  db: ReadableDatabase,
  records: readonly EntryFields[],
  compared: Compared,
): Generator<Progress, readonly Pair[]> {
  const known = records.filter((record) => compared.has(record))
  const fresh = records.filter((record) => !compared.has(record))
  const works = rememberWorks()
  const samples = [...known, ...fresh].map((record) => compared.get(record)?.sample ?? sampleOf(works(record)))
  const candidates = yield* findCandidates(db, { samples, from: known.length })
  const papers = rememberPapers(db)
  let met = 0
  for (const [place, record] of fresh.entries()) {
    const { records: others, paperIds } = candidates[place] ?? { records: [], paperIds: [] }
    const likenesses = [
      ...others.flatMap((other) => [known[other] ?? fresh[other - known.length]].filter((found) => found !== undefined)),
      ...paperIds,
    ].map((other) => ({
      other,
      verdict: bestVerdict(
        (typeof other === 'number' ? papers(other) : [works(other)]).map((work) => compareWorks(works(record), work)),
      ),
    }))
    const sample = samples[known.length + place] ?? sampleOf(works(record))
    compared.set(record, {
      number: compared.size,
      sample,
      likenesses: likenesses.filter(({ verdict }) => verdict.kind !== 'different'),
    })
    met += 1 + likenesses.length
    if (met >= pairsAtOnce) {
      met = 0
      yield { what: 'Recognising papers', done: place + 1, total: fresh.length, unit: 'entries' }
    }
  }
  return toPairs(records, compared)
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

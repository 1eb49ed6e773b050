import { describe, expect, it } from 'vitest'
import { describeEvidence } from '../../describe-evidence.ts'
import { describeFate, repairedWords } from './describe-fate.ts'
import { groupWorks, type ImportPlan, type PlannedEntry } from './review-model.ts'

const draft = { lineStart: 1, lineEnd: 2, fields: { title: 'Slow Rivers', abstract: 'We study rivers.' }, spans: {}, marks: [] }
const untitled = { ...draft, fields: { abstract: 'We study rivers.' } }
const entry = (change: Partial<PlannedEntry>): PlannedEntry => ({
  draft,
  digest: '',
  fate: { kind: 'added', target: { group: 0 } },
  doubts: [],
  ...change,
})

function review(entries: readonly PlannedEntry[]) {
  const source = {
    name: 'rivers.txt',
    compressed: new Uint8Array(),
    sha256: '',
    format: 'list' as const,
    layout: 'title-abstract',
    layouts: [],
    leftovers: [],
    lines: [],
    sameAs: null,
    versionOf: null,
    entries,
    missing: [],
  }
  const plan: ImportPlan = { id: 1, revision: 1, sources: [source], merges: [] }
  return { plan, works: groupWorks(plan), papers: new Map() }
}

describe('describeFate', () => {
  it('says where else a new paper stands', () => {
    const same = entry({ fate: { kind: 'merged', target: { group: 0 }, evidence: 'abstract 0.98' } })
    expect(describeFate(review([entry({}), same]), { source: 0, entry: 0 })).toEqual({
      tone: 'new',
      headline: 'New paper',
      reasons: ['Seen once more in these lists:'],
      places: [{ source: 0, entry: 1 }],
    })
  })

  it('says why an entry is the same work, and as which', () => {
    const same = entry({ fate: { kind: 'merged', target: { group: 0 }, evidence: 'abstract 0.98' } })
    expect(describeFate(review([entry({}), same]), { source: 0, entry: 1 })).toEqual({
      tone: 'same',
      headline: 'Same work as another entry',
      reasons: ['Abstracts 98 % alike.'],
      places: [{ source: 0, entry: 0 }],
    })
  })

  it('misses no title where another entry of the work has one', () => {
    const titled = entry({ fate: { kind: 'merged', target: { group: 0 }, evidence: 'same abstract' } })
    expect(describeFate(review([entry({ draft: untitled }), titled]), { source: 0, entry: 0 }).headline).toBe('New paper')
    expect(describeFate(review([entry({ draft: untitled })]), { source: 0, entry: 0 }).headline).toBe('New paper without a title')
  })

  it('asks for a look where a paper may be known', () => {
    const other = entry({
      fate: { kind: 'added', target: { group: 1 } },
      doubts: [{ target: { group: 0 }, evidence: 'same short title' }],
    })
    expect(describeFate(review([entry({}), other]), { source: 0, entry: 1 })).toEqual({
      tone: 'look',
      headline: 'Maybe the same as “Slow Rivers”',
      reasons: ['Same short title. Comes in by itself and waits under Needs a look.'],
      places: [],
    })
  })
})

describe('describeEvidence', () => {
  it('reads a measure out as a share', () => {
    expect(describeEvidence('similar title, abstract 0.55')).toBe('Similar title, abstracts 55 % alike.')
  })
})

describe('repairedWords', () => {
  it('names the words that the list spells otherwise', () => {
    const repaired = entry({
      draft: { ...draft, fields: { authors: [{ family: 'Müller', given: 'Ana' }] }, marks: ['repaired-text'] },
    })
    expect(repairedWords(repaired, ['Mu?ller, Ana', ''])).toEqual(['Müller'])
  })
})

import type { EntryPlace, Other, Ruling } from './import-plan.ts'
import type { Said } from './recognise.ts'

/** What was said in the review of two records, by their places among those that are recognised; who is not among them is passed over. */
export function saidOf(places: readonly EntryPlace[]): readonly Said[] {
  const indexOf = new Map(places.map(({ source, draft }, index) => [`${source} ${draft.lineStart}`, index]))
  return places.flatMap(({ ruling }, record) =>
    (['same', 'different'] as const).flatMap((word) =>
      (ruling?.[word] ?? []).flatMap((other): readonly Said[] => {
        const node = 'paperId' in other ? -other.paperId : indexOf.get(`${other.source} ${other.line}`)
        return node === undefined || node === record ? [] : [{ record, other: node, isSame: word === 'same' }]
      }),
    ),
  )
}

/** The newest word on a pair stands. */
export function rule(ruling: Ruling | undefined, word: 'same' | 'different', others: readonly Other[]): Ruling {
  const opposite = word === 'same' ? 'different' : 'same'
  const isNew = (known: Other) => !others.some((other) => isSameOther(known, other))
  return {
    ...ruling,
    [word]: [...(ruling?.[word] ?? []).filter(isNew), ...others],
    [opposite]: (ruling?.[opposite] ?? []).filter(isNew),
  }
}

function isSameOther(a: Other, b: Other): boolean {
  if ('paperId' in a) return 'paperId' in b && a.paperId === b.paperId
  return 'line' in b && a.source === b.source && a.line === b.line
}

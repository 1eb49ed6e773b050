import type { ExportedPaper } from './exported-paper.ts'

/** The papers of a bibliography, which may be too many to hold at once. */
export type PapersInOrder = {
  /** The citation key of each. */
  readonly keys: readonly string[]
  /** Those from a place up to, not including, another. */
  readonly read: (from: number, to: number) => readonly ExportedPaper[]
}

/** Few, so that what is made of them is gone before the next: more take longer. */
export const papersAtOnce = 50

export function* batchesOf({ keys, read }: PapersInOrder): Generator<readonly ExportedPaper[]> {
  for (let from = 0; from < keys.length; from += papersAtOnce) yield read(from, from + papersAtOnce)
}

/** Finds a paper by its place; asked in about their order, each is read about once. */
export function paperFinder({ read }: PapersInOrder): (place: number) => ExportedPaper | undefined {
  let from = Number.NaN
  let batch: readonly ExportedPaper[] = []
  return (place) => {
    const start = place - (place % papersAtOnce)
    if (start !== from) {
      batch = read(start, start + papersAtOnce)
      from = start
    }
    return batch[place - start]
  }
}

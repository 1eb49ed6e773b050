import type { WritableDatabase } from '../../db/database.ts'
import { createSeparations, findEntryAt, listRecords } from '../../db/queries/separations.ts'
import { type ImportPlan, isPlanned, type Other } from './import-plan.ts'

/** What a person said are not the same is remembered between what they say, so that it is not asked again. */
export function applyRulings(db: WritableDatabase, { plan, at }: { plan: ImportPlan; at: string }): void {
  for (const source of plan.sources) {
    for (const { draft, ruling } of isPlanned(source) ? source.entries : []) {
      const others = ruling?.different ?? []
      if (others.length === 0 || !isPlanned(source)) continue
      const entry = findEntryAt(db, { sha256: source.sha256, line: draft.lineStart })
      if (entry === null) continue
      // What one paper is made of cannot be apart.
      const found = others.map((other) => findOther(db, plan, other)).filter((other) => other?.paperId !== entry.paperId)
      createSeparations(db, { records: [entry.digest], otherRecords: found.flatMap((other) => other?.records ?? []), at })
    }
  }
}

type Found = { readonly paperId: number; readonly records: readonly string[] }

function findOther(db: WritableDatabase, { sources }: ImportPlan, other: Other): Found | null {
  if ('paperId' in other) return { paperId: other.paperId, records: listRecords(db, other.paperId) }
  const source = sources[other.source]
  if (source === undefined || !isPlanned(source)) return null
  const entry = findEntryAt(db, { sha256: source.sha256, line: other.line })
  return entry === null ? null : { paperId: entry.paperId, records: [entry.digest] }
}

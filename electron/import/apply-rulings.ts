import type { WritableDatabase } from '../../db/database.ts'
import { createSeparations, findEntryAt, listEntryIds } from '../../db/queries/separations.ts'
import { type ImportPlan, isPlanned, type Other } from './import-plan.ts'

/** What a person said are not the same is remembered between the entries, so that it is not asked again. */
export function applyRulings(db: WritableDatabase, { plan, at }: { plan: ImportPlan; at: string }): void {
  for (const source of plan.sources) {
    for (const { draft, ruling } of isPlanned(source) ? source.entries : []) {
      const others = ruling?.different ?? []
      const entryId =
        others.length === 0 || !isPlanned(source) ? null : findEntryAt(db, { sha256: source.sha256, line: draft.lineStart })
      if (entryId === null) continue
      createSeparations(db, { entryId, otherEntryIds: others.flatMap((other) => entriesOf(db, plan, other)), at })
    }
  }
}

function entriesOf(db: WritableDatabase, { sources }: ImportPlan, other: Other): readonly number[] {
  if ('paperId' in other) return listEntryIds(db, other.paperId)
  const source = sources[other.source]
  if (source === undefined || !isPlanned(source)) return []
  const entryId = findEntryAt(db, { sha256: source.sha256, line: other.line })
  return entryId === null ? [] : [entryId]
}

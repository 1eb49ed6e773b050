/** Which papers of the list are chosen. `activeId` is the one that the keyboard moves and the reader shows; a range grows from the anchor. */
export type Selection = {
  readonly ids: ReadonlySet<number>
  readonly activeId: number | null
  readonly anchorId: number | null
}

export const nothingSelected: Selection = { ids: new Set(), activeId: null, anchorId: null }

export function selectOne(id: number): Selection {
  return { ids: new Set([id]), activeId: id, anchorId: id }
}

export function selectAll(shownIds: readonly number[], { activeId }: Selection): Selection {
  const active = activeId ?? shownIds[0] ?? null
  return { ids: new Set(shownIds), activeId: active, anchorId: active }
}

/** Adds one paper to the others, or takes it out. */
export function toggleOne({ ids, activeId }: Selection, id: number): Selection {
  const toggled = new Set(ids)
  if (!toggled.delete(id)) toggled.add(id)
  if (toggled.has(id)) return { ids: toggled, activeId: id, anchorId: id }
  const left = toggled.has(activeId ?? -1) ? activeId : ([...toggled].at(-1) ?? null)
  return { ids: toggled, activeId: left, anchorId: left }
}

/** All papers between the anchor and this one, in the order of the list. */
export function extendTo(shownIds: readonly number[], { anchorId }: Selection, id: number): Selection {
  const from = anchorId === null ? -1 : shownIds.indexOf(anchorId)
  const to = shownIds.indexOf(id)
  if (from === -1 || to === -1) return selectOne(id)
  return { ids: new Set(shownIds.slice(Math.min(from, to), Math.max(from, to) + 1)), activeId: id, anchorId }
}

/** The paper so many rows further, stopping at either end. */
export function stepFrom(shownIds: readonly number[], { activeId }: Selection, rows: number): number | null {
  const at = activeId === null ? -1 : shownIds.indexOf(activeId)
  if (at === -1) return (rows > 0 ? shownIds[0] : shownIds.at(-1)) ?? null
  return shownIds[Math.max(0, Math.min(shownIds.length - 1, at + rows))] ?? null
}

/** After the list changed: what is still there stays chosen; where all went, the paper that took the place of the active one. */
export function keepSelection(before: readonly number[], after: readonly number[], selection: Selection): Selection {
  if (after.length === 0) return nothingSelected
  const shown = new Set(after)
  const kept = [...selection.ids].filter((id) => shown.has(id))
  if (kept.length === selection.ids.size && kept.length > 0) return selection
  const [first] = kept
  if (first !== undefined) {
    const active = selection.activeId !== null && shown.has(selection.activeId) ? selection.activeId : first
    return { ids: new Set(kept), activeId: active, anchorId: active }
  }
  const place = selection.activeId === null ? 0 : before.indexOf(selection.activeId)
  const next = after[Math.max(0, Math.min(after.length - 1, place))]
  return next === undefined ? nothingSelected : selectOne(next)
}

import { type DragEvent, useRef, useState } from 'react'

/** Marks a drag as one of papers: what else is dragged over the list is not the list's business. */
const dragType = 'application/x-octavo-papers'

type Reordering = {
  readonly ids: readonly number[]
  readonly selectedIds: ReadonlySet<number>
  /** Where a place of the window lies in the list: 0 before the first row, 1 between the first and the second. */
  readonly gapAt: (clientY: number) => number
  readonly onSelect: (id: number, reach: 'one') => void
  readonly onReorder: (paperIds: readonly number[], beforeId: number | null) => void
}

/** Papers that are dragged to another place of their order: the gap in which they would land, null while nothing is dragged. */
export function useReordering({ ids, selectedIds, gapAt, onSelect, onReorder }: Reordering) {
  const [gap, setGap] = useState<number | null>(null)
  const moved = useRef<ReadonlySet<number>>(new Set())
  const hasPapers = (event: DragEvent) => event.dataTransfer.types.includes(dragType)
  const grid = {
    onDragOver(event: DragEvent) {
      if (!hasPapers(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setGap(gapAt(event.clientY))
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGap(null)
    },
    onDragEnd: () => setGap(null),
    onDrop(event: DragEvent) {
      if (!hasPapers(event)) return
      event.preventDefault()
      setGap(null)
      const beforeId = ids.slice(gapAt(event.clientY)).find((id) => !moved.current.has(id)) ?? null
      onReorder(
        ids.filter((id) => moved.current.has(id)),
        beforeId,
      )
    },
  }
  return {
    gap,
    grid,
    /** The papers chosen go together; one that is not chosen goes alone. */
    take(event: DragEvent, id: number): void {
      event.dataTransfer.setData(dragType, '')
      event.dataTransfer.effectAllowed = 'move'
      moved.current = selectedIds.has(id) ? selectedIds : new Set([id])
      if (!selectedIds.has(id)) onSelect(id, 'one')
    },
  }
}

import { type DragEvent, useMemo, useRef } from 'react'
import { formatCitation } from '../../../db/model/format-citation.ts'
import { call } from '../../api.ts'
import { useAnswer } from '../../use-answer.ts'

/** A citation of more is nothing that anybody wants in a text. */
const mostCited = 200

type Dragged = {
  readonly ids: readonly number[]
  readonly selectedIds: ReadonlySet<number>
  readonly keyOf: (id: number) => string | undefined
}

/**
 * Papers that are dragged into a text of another program, where they become a citation. A drag must say at once what it brings: the keys
 * of the papers chosen are asked for when they are chosen. They are issued when they have left.
 */
export function useCitationDrag({ ids, selectedIds, keyOf }: Dragged) {
  const syntax = useAnswer('citing:settings', undefined).value?.dragged ?? 'latex'
  const chosen = useMemo(
    () => (selectedIds.size < 2 || selectedIds.size > mostCited ? null : ids.filter((id) => selectedIds.has(id))),
    [ids, selectedIds],
  )
  const chosenKeys = useAnswer('papers:keys', chosen === null ? null : { paperIds: chosen })
  const dragged = useRef<readonly number[]>([])
  return {
    take({ dataTransfer }: DragEvent, id: number): void {
      const isOne = chosen === null || !selectedIds.has(id)
      const keys = isOne ? [keyOf(id) ?? ''] : chosenKeys.isStale ? [] : (chosenKeys.value ?? [])
      if (keys.length === 0 || keys.includes('')) return
      dragged.current = isOne ? [id] : chosen
      dataTransfer.setData('text/plain', formatCitation(keys, syntax))
      dataTransfer.effectAllowed = 'copyMove'
    },
    end({ dataTransfer }: DragEvent): void {
      if (dataTransfer.dropEffect === 'copy' && dragged.current.length > 0)
        void call('bibliography:issueKeys', { paperIds: [...dragged.current] })
      dragged.current = []
    },
  }
}

import { type DragEvent, useMemo, useRef, useState } from 'react'
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
 * Papers that are dragged into a text of another program, where they become a citation as the settings say. A drag must say at once what
 * it brings: that is asked for when papers are chosen, or one is pressed. Their keys are issued when they have left.
 */
export function useCitationDrag({ ids, selectedIds, keyOf }: Dragged) {
  const { form, style } = useAnswer('citing:settings', undefined).value ?? { form: 'latex', style: 'apa' }
  const [pressedId, press] = useState<number | null>(null)
  const cited = useMemo(() => {
    if (pressedId !== null && !selectedIds.has(pressedId)) return [pressedId]
    return selectedIds.size === 0 || selectedIds.size > mostCited ? null : ids.filter((id) => selectedIds.has(id))
  }, [ids, selectedIds, pressedId])
  const keys = useAnswer('papers:keys', cited === null || cited.length < 2 ? null : { paperIds: cited })
  const formatted = useAnswer('bibliography:citeInText', cited === null || form !== 'formatted' ? null : { paperIds: cited, style })
  const dragged = useRef<readonly number[]>([])
  const keysOf = (paperIds: readonly number[]) =>
    paperIds.length === 1 ? paperIds.flatMap((id) => keyOf(id) ?? []) : keys.isStale ? [] : (keys.value ?? [])
  return {
    press,
    take({ dataTransfer }: DragEvent, id: number): void {
      const paperIds = cited?.includes(id) ? cited : [id]
      if (form === 'formatted') {
        if (paperIds !== cited || formatted.isStale || formatted.value === undefined) return
        dataTransfer.setData('text/plain', formatted.value.text)
        dataTransfer.setData('text/html', formatted.value.html)
      } else {
        const citationKeys = keysOf(paperIds)
        if (citationKeys.length === 0) return
        dragged.current = paperIds
        dataTransfer.setData('text/plain', formatCitation(citationKeys, form))
      }
      dataTransfer.effectAllowed = 'copyMove'
    },
    end({ dataTransfer }: DragEvent): void {
      if (dataTransfer.dropEffect === 'copy' && dragged.current.length > 0)
        void call('bibliography:issueKeys', { paperIds: [...dragged.current] })
      dragged.current = []
    },
  }
}

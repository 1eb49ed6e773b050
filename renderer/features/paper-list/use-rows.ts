import { useCallback, useEffect, useRef, useState } from 'react'
import type { PaperRow } from '../../../db/model/view.ts'
import { call, subscribe } from '../../api.ts'
import { createAsker } from '../../ask-newest.ts'

const pageSize = 50
/** More rows than this are not kept: a list of 100,000 is scrolled in constant memory. */
const rowsKept = 2000

/** `version` counts the changes told so far: a row is as old as the request that brought it. */
type KeptRow = { readonly row: PaperRow; readonly version: number }

type Changes = { readonly version: number; readonly all: number; readonly byId: ReadonlyMap<number, number> }

/** The rows around the viewport, by id; an outdated row stays until its successor is here. */
export function useRows(
  ids: readonly number[],
  { first, last }: { readonly first: number; readonly last: number },
): (id: number) => PaperRow | undefined {
  const [rows, setRows] = useState<ReadonlyMap<number, KeptRow>>(new Map())
  const changes = useRowChanges()
  const kept = useRef(rows)
  kept.current = rows
  const start = Math.floor(first / pageSize) * pageSize
  const end = Math.ceil((last + 1) / pageSize) * pageSize
  const [ask] = useState(createAsker)
  useEffect(() => {
    const near = ids.slice(start, end)
    ask(async () => {
      const wanted = near.filter((id) => (kept.current.get(id)?.version ?? -1) < freshVersion(changes, id))
      if (wanted.length === 0) return
      try {
        const answer = await call('papers:rows', { paperIds: wanted })
        setRows((last) => mergeRows(last, { answer, version: changes.version, near }))
      } catch (error) {
        console.error(error)
      }
    })
  }, [ask, ids, start, end, changes])
  return useCallback((id) => rows.get(id)?.row, [rows])
}

function useRowChanges(): Changes {
  const [changes, setChanges] = useState<Changes>({ version: 0, all: 0, byId: new Map() })
  useEffect(
    () =>
      subscribe('papers:changed', ({ changed }) =>
        setChanges(({ version, all, byId }) => {
          const next = version + 1
          if (changed === null || byId.size + changed.length > rowsKept) return { version: next, all: next, byId: new Map() }
          return { version: next, all, byId: new Map([...byId, ...changed.map((id) => [id, next] as const)]) }
        }),
      ),
    [],
  )
  return changes
}

function freshVersion({ all, byId }: Changes, id: number): number {
  return Math.max(all, byId.get(id) ?? 0)
}

function mergeRows(
  kept: ReadonlyMap<number, KeptRow>,
  { answer, version, near }: { readonly answer: readonly PaperRow[]; readonly version: number; readonly near: readonly number[] },
): ReadonlyMap<number, KeptRow> {
  const isNear = new Set(near)
  const merged = new Map(kept.size > rowsKept ? [...kept].filter(([id]) => isNear.has(id)) : kept)
  for (const row of answer) {
    if ((merged.get(row.id)?.version ?? -1) <= version) merged.set(row.id, { row, version })
  }
  return merged
}

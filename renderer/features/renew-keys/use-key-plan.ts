import { useState } from 'react'
import type { AppError } from '../../../db/model/app-error.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { useAnswer } from '../../use-answer.ts'

export type KeyChange = ValueOf<'keys:plan'>[number]

export type KeyPlan = {
  /** Every key that could be made again; undefined before the first answer. */
  readonly offered: readonly KeyChange[] | undefined
  /** What would change as it is ticked now; null while that is found out. */
  readonly changes: readonly KeyChange[] | null
  readonly isKept: (paperId: number) => boolean
  readonly keep: (paperId: number, isKept: boolean) => void
  readonly error: AppError | null
}

/** Without the papers that keep theirs, others may get another letter: what is shown is always what will be. */
export function useKeyPlan(ids: readonly number[] | undefined, inUse: ReadonlyMap<number, readonly string[]>): KeyPlan {
  /** Nothing said, a key in use is kept. */
  const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map())
  const all = useAnswer('keys:plan', ids === undefined ? null : { paperIds: [...ids] })
  const isKept = (paperId: number) => said.get(paperId) ?? inUse.has(paperId)
  const kept = new Set((all.value ?? []).flatMap(({ paperId }) => (isKept(paperId) ? [paperId] : [])))
  const isPart = ids !== undefined && kept.size > 0
  const part = useAnswer('keys:plan', isPart ? { paperIds: ids.filter((id) => !kept.has(id)) } : null)
  const present = isPart ? part : all
  const changes = present.isStale ? null : (present.value ?? null)
  const offeredIds = new Set(all.value?.map(({ paperId }) => paperId))
  return {
    offered: all.value && [...all.value, ...(changes ?? []).filter(({ paperId }) => !offeredIds.has(paperId))],
    changes,
    isKept,
    keep: (paperId, isNowKept) => setSaid(new Map([...said, [paperId, isNowKept]])),
    error: all.error ?? part.error,
  }
}

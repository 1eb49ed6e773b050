import { useEffect, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { JobProgress } from '../../job-progress.tsx'
import { DuplicateGroups } from './duplicate-groups.tsx'

type DuplicatesDialogProps = {
  readonly onMerge: (groups: readonly (readonly number[])[]) => void
  readonly onClose: () => void
}

type Groups = ValueOf<'papers:findDuplicates'>

/** Looks for works that are in the library twice, shows them, and merges those that stay ticked in one step. */
export function DuplicatesDialog({ onMerge, onClose }: DuplicatesDialogProps) {
  const { groups, trouble } = useDuplicates()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const chosen = (groups ?? []).filter(({ paperIds: [oldest] }) => oldest !== undefined && !left.has(oldest))
  const close = () => {
    if (groups === null) void call('jobs:cancel', undefined)
    onClose()
  }
  return (
    <Dialog
      title="Find and merge duplicates"
      isOpen
      size="wide"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{groups?.length === 0 ? 'Close' : 'Cancel'}</Button>
          {groups === null || groups.length === 0 ? null : (
            <Button look="primary" isDisabled={chosen.length === 0} onPress={() => onMerge(chosen.map(({ paperIds }) => paperIds))}>
              {chosen.length === 1 ? 'Merge 1 work' : `Merge ${chosen.length.toLocaleString('en')} works`}
            </Button>
          )}
        </>
      }
    >
      {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
      {groups === null && trouble === null ? <JobProgress label="Looking through the library" /> : null}
      {groups?.length === 0 ? <p>No work is in the library twice, as far as can be told for certain.</p> : null}
      {groups === null || groups.length === 0 ? null : <DuplicateGroups groups={groups} left={left} onLeave={setLeft} />}
    </Dialog>
  )
}

function useDuplicates(): { readonly groups: Groups | null; readonly trouble: string | null } {
  const [found, setFound] = useState<{ readonly groups: Groups | null; readonly trouble: string | null }>({
    groups: null,
    trouble: null,
  })
  useEffect(() => {
    let isWanted = true
    call('papers:findDuplicates', undefined).then(
      (groups) => isWanted && setFound({ groups, trouble: null }),
      (error: unknown) => {
        if (!(error instanceof AppError)) console.error(error)
        const trouble = error instanceof AppError ? error.message : 'Something unexpected went wrong. Nothing was changed.'
        if (isWanted) setFound({ groups: null, trouble })
      },
    )
    return () => {
      isWanted = false
    }
  }, [])
  return found
}

import { useEffect, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { KeptDifference, KeptExport } from '../../../db/model/kept-export.ts'
import { compareKept } from './kept-actions.ts'

type Compared = { readonly difference: KeptDifference | null; readonly trouble: string | null }

/** Compared once: the file does not tell when it changes, and what is looked at should not move. */
export function useDifference({ id }: Pick<KeptExport, 'id'>): Compared {
  const [compared, setCompared] = useState<Compared>({ difference: null, trouble: null })
  useEffect(() => {
    let isWanted = true
    const show = (result: Compared) => {
      if (isWanted) setCompared(result)
    }
    compareKept({ id }).then(
      (difference) => show({ difference, trouble: null }),
      (error: unknown) => {
        if (!(error instanceof AppError)) console.error(error)
        show({ difference: null, trouble: error instanceof AppError ? error.message : 'Something unexpected went wrong.' })
      },
    )
    return () => {
      isWanted = false
    }
  }, [id])
  return compared
}

import { useMemo } from 'react'
import type { LookReason } from '../../../db/model/view.ts'
import { useAnswer } from '../../use-answer.ts'

const none: ReadonlyMap<number, string> = new Map()

/** The headings of a list by the paper that stands first below each; of several in a row all are said. */
export function useHeadings(sourceId: number | null): ReadonlyMap<number, string> {
  const { value, isStale } = useAnswer('sources:sections', sourceId === null ? null : { sourceId })
  return useMemo(() => {
    if (sourceId === null || value === undefined || isStale) return none
    const grouped = Map.groupBy(value, ({ paperId }) => paperId)
    return new Map([...grouped].map(([paperId, sections]) => [paperId, sections.map(({ heading }) => heading.trim()).join(' · ')]))
  }, [sourceId, value, isStale])
}

const lookHeadings: { readonly [Reason in LookReason]: string } = {
  'possible-duplicate': 'Perhaps twice in the library',
  'unclear-authors': 'Unclear authors',
  'no-title': 'No title of their own',
  'no-authors': 'No authors',
}

/** The reasons why papers need a look, each by the paper that stands first below it. */
export function useLookHeadings(isShown: boolean): ReadonlyMap<number, string> {
  const { value } = useAnswer('views:lookSections', isShown ? undefined : null)
  return useMemo(() => {
    if (!isShown || value === undefined) return none
    return new Map(
      value.map(({ paperId, reason, papers }) => [paperId, `${lookHeadings[reason]} · ${papers.toLocaleString('en')}`]),
    )
  }, [isShown, value])
}

import { useMemo } from 'react'
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

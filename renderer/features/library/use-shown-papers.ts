import { useEffect } from 'react'
import { useAnswer } from '../../use-answer.ts'
import { completeQuery } from './complete-query.ts'
import { useLibrary } from './library-store.ts'
import { keepSelection } from './selection.ts'

/** Keeps the list of found papers in the store, and the selection on papers that are in it. Used once, by the window. */
export function useShownPapers(): ReturnType<typeof useAnswer<'papers:find'>> {
  const view = useLibrary((state) => state.view)
  const query = useLibrary((state) => state.query)
  const sort = useLibrary((state) => state.sort)
  const sourceId = useLibrary((state) => state.sourceId)
  const found = useAnswer('papers:find', {
    view,
    query: completeQuery(query),
    ...(sort === null ? {} : { sort }),
    ...(sourceId === null ? {} : { sourceId }),
  })
  useEffect(() => {
    if (found.value === undefined || found.isStale) return
    const after = found.value
    useLibrary.setState(({ shownIds = [], selection }) => ({
      shownIds: after,
      selection: keepSelection(shownIds, after, selection),
    }))
  }, [found.value, found.isStale])
  return found
}

import { create } from 'zustand'
import type { View } from '../../../db/model/view.ts'
import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import { completeQuery } from './complete-query.ts'
import { extendTo, nothingSelected, type Selection, selectAll, selectOne, stepFrom } from './selection.ts'

export type PaperSort = NonNullable<ArgsOf<'papers:find'>['sort']>

type LibraryState = {
  readonly view: View
  /** The list whose papers alone are shown, in its own order. */
  readonly sourceId: number | null
  /** As typed in the search box. */
  readonly query: string
  /** null: as added; the queue in its own order. */
  readonly sort: PaperSort | null
  /** What the view and the query found, in order; undefined before the first answer. */
  readonly shownIds: readonly number[] | undefined
  readonly selection: Selection
}

export const useLibrary = create<LibraryState>(() => ({
  view: 'all',
  sourceId: null,
  query: '',
  sort: null,
  shownIds: undefined,
  selection: nothingSelected,
}))

/** What finds the papers that are shown. */
export function shownSearch(): ArgsOf<'papers:find'> {
  const { view, query, sort, sourceId } = useLibrary.getState()
  return { view, query: completeQuery(query), ...(sort === null ? {} : { sort }), ...(sourceId === null ? {} : { sourceId }) }
}

/** A view starts without a search and without a sort of another view. */
export function showView(view: View): void {
  useLibrary.setState({ view, sourceId: null, query: '', sort: null, selection: nothingSelected })
}

/** A list is a view of its own. */
export function showSource(sourceId: number): void {
  useLibrary.setState({ view: 'all', sourceId, query: '', sort: null, selection: nothingSelected })
}

export function search(query: string): void {
  useLibrary.setState({ query })
}

/** What the sidebar's tags and sources do: they look in the whole library. */
export function searchEverywhere(query: string): void {
  useLibrary.setState({ view: 'all', sourceId: null, query, selection: nothingSelected })
}

export function sortBy(sort: PaperSort | null): void {
  useLibrary.setState({ sort })
}

export function select(selection: Selection): void {
  useLibrary.setState({ selection })
}

export function selectAllShown(): void {
  useLibrary.setState(({ shownIds = [], selection }) => ({ selection: selectAll(shownIds, selection) }))
}

export function moveSelection(rows: number, reach: 'one' | 'range' = 'one'): void {
  useLibrary.setState(({ shownIds = [], selection }) => {
    const id = stepFrom(shownIds, selection, rows)
    if (id === null) return {}
    return { selection: reach === 'range' ? extendTo(shownIds, selection, id) : selectOne(id) }
  })
}

/** The chosen papers in the order of the list. */
export function selectedIds(): readonly number[] {
  const { shownIds = [], selection } = useLibrary.getState()
  return selection.ids.size <= 1 ? [...selection.ids] : shownIds.filter((id) => selection.ids.has(id))
}

/** Shows one paper even where the present view does not have it. */
export function showPaper(paperId: number): void {
  const { shownIds = [] } = useLibrary.getState()
  if (!shownIds.includes(paperId)) useLibrary.setState({ view: 'all', sourceId: null, query: '', sort: null })
  useLibrary.setState({ selection: selectOne(paperId) })
}

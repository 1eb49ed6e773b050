import type { View } from '../../../db/model/view.ts'
import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import type { MenuItem } from '../../components/menu-item.ts'

export type PaperSort = NonNullable<ArgsOf<'papers:find'>['sort']>

type SortOption = { readonly id: string; readonly label: string; readonly short: string; readonly sort: PaperSort }

const options: readonly SortOption[] = [
  { id: 'oldest', label: 'Added, oldest first', short: 'Added', sort: { field: 'added', descending: false } },
  { id: 'newest', label: 'Added, newest first', short: 'Newest', sort: { field: 'added', descending: true } },
  { id: 'title', label: 'Title', short: 'Title', sort: { field: 'title', descending: false } },
  { id: 'author', label: 'First author', short: 'Author', sort: { field: 'author', descending: false } },
  { id: 'year', label: 'Year, newest first', short: 'Year', sort: { field: 'year', descending: true } },
  { id: 'status', label: 'Status', short: 'Status', sort: { field: 'status', descending: false } },
]

type SortChoice = {
  readonly view: View
  readonly sort: PaperSort | null
  readonly onSort: (sort: PaperSort | null) => void
}

/** Without a sort the queue has its own order, and everything else stands as it was added. */
export function sortOptions({ view, sort, onSort }: SortChoice): readonly MenuItem[] {
  const chosen = chosenOption(view, sort)?.id ?? 'queue'
  const items = options.map(({ id, label, sort: own }) => ({ id, label, isChosen: id === chosen, run: () => onSort(own) }))
  if (view !== 'to-read') return items
  return [{ id: 'queue', label: 'Queue, next one first', isChosen: chosen === 'queue', run: () => onSort(null) }, ...items]
}

export function sortLabel(view: View, sort: PaperSort | null): string {
  return chosenOption(view, sort)?.short ?? 'Queue'
}

function chosenOption(view: View, sort: PaperSort | null): SortOption | undefined {
  if (sort === null) return view === 'to-read' ? undefined : options[0]
  return options.find((option) => option.sort.field === sort.field && option.sort.descending === sort.descending)
}

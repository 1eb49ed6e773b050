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

/** The order of its own that what is shown has: of the queue, or of the list that the papers stand in. */
export type OwnOrder = 'queue' | 'list' | null

type SortChoice = {
  readonly own: OwnOrder
  readonly sort: PaperSort | null
  readonly onSort: (sort: PaperSort | null) => void
}

const ownLabels = {
  queue: { label: 'Queue, next one first', short: 'Queue' },
  list: { label: 'As in the list', short: 'List' },
} as const

/** Without a sort and an order of their own, papers stand as they were added. */
export function sortOptions({ own, sort, onSort }: SortChoice): readonly MenuItem[] {
  const chosen = chosenOption(own, sort)?.id ?? own
  const items = options.map(({ id, label, sort: by }) => ({ id, label, isChosen: id === chosen, run: () => onSort(by) }))
  if (own === null) return items
  return [{ id: own, label: ownLabels[own].label, isChosen: chosen === own, run: () => onSort(null) }, ...items]
}

export function sortLabel(own: OwnOrder, sort: PaperSort | null): string {
  return chosenOption(own, sort)?.short ?? (own === null ? '' : ownLabels[own].short)
}

function chosenOption(own: OwnOrder, sort: PaperSort | null): SortOption | undefined {
  if (sort === null) return own === null ? options[0] : undefined
  return options.find((option) => option.sort.field === sort.field && option.sort.descending === sort.descending)
}

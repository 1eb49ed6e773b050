/** Widths in pixels that the user gave the panes; the reader has the rest. */
export type PaneWidths = { readonly sidebar: number; readonly list: number }

export const paneLimits = {
  sidebar: { smallest: 176, largest: 320, usual: 216 },
  list: { smallest: 300, largest: 760, usual: 456 },
  reader: { smallest: 400 },
} as const

const storageKey = 'octavo.panes'

/** What fits into the window: first the list gives way, then the sidebar; the reader stays readable. */
export function fitPanes({ sidebar, list }: PaneWidths, windowWidth: number): PaneWidths {
  const wanted = { sidebar: clamp(sidebar, paneLimits.sidebar), list: clamp(list, paneLimits.list) }
  const missing = Math.max(0, wanted.sidebar + wanted.list + paneLimits.reader.smallest - windowWidth)
  const fromList = Math.min(missing, wanted.list - paneLimits.list.smallest)
  const fromSidebar = Math.min(missing - fromList, wanted.sidebar - paneLimits.sidebar.smallest)
  return { sidebar: wanted.sidebar - fromSidebar, list: wanted.list - fromList }
}

export function storedPanes(): PaneWidths {
  const usual = { sidebar: paneLimits.sidebar.usual, list: paneLimits.list.usual }
  const [sidebar, list] = (localStorage.getItem(storageKey) ?? '').split(' ').map(Number)
  if (sidebar === undefined || list === undefined || Number.isNaN(sidebar + list)) return usual
  return { sidebar, list }
}

export function storePanes({ sidebar, list }: PaneWidths): void {
  localStorage.setItem(storageKey, `${sidebar} ${list}`)
}

function clamp(width: number, { smallest, largest }: { readonly smallest: number; readonly largest: number }): number {
  return Math.round(Math.max(smallest, Math.min(largest, width)))
}

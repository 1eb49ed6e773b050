import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { MenuSection } from '../../components/menu-item.ts'
import type { ReviewItem } from './review-model.ts'

type RowKeys = {
  readonly items: readonly ReviewItem[]
  readonly scroller: RefObject<HTMLElement | null>
  readonly onReveal: (index: number) => void
  readonly onToggle: (entry: number) => void
  readonly menuOf: (item: ReviewItem) => readonly MenuSection[]
  readonly onMenu: (item: ReviewItem, at: { readonly x: number; readonly y: number }) => void
}

const steps: { readonly [key: string]: number } = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Arrows (or J and K) go from row to row, Enter shows all of it, the letters of its menu answer for it. */
export function useRowKeys({ items, scroller, onReveal, onToggle, menuOf, onMenu }: RowKeys): (event: KeyboardEvent) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    // A row that was out of sight is there only after the next rendering.
    const row = wanted.current === null ? null : rowAt(scroller.current, wanted.current)
    if (row === null) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = activeIndex()
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      wanted.current = Math.max(0, Math.min(items.length - 1, index === null ? 0 : index + step))
      onReveal(wanted.current)
      rowAt(scroller.current, wanted.current)?.focus({ preventScroll: true })
      return
    }
    const item = index === null ? undefined : items[index]
    const isRow = document.activeElement instanceof HTMLLIElement
    if (item === undefined || !isRow || !answerKey(event, item)) return
    event.preventDefault()
  }

  function answerKey({ key, shiftKey }: KeyboardEvent, item: ReviewItem): boolean {
    const row = document.activeElement?.getBoundingClientRect()
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey) || key === 'm')
      onMenu(item, { x: (row?.left ?? 0) + 24, y: (row?.top ?? 0) + 32 })
    else if (key === 'Enter' && item.kind === 'entry') onToggle(item.entry)
    else {
      const letter = key === 'Delete' || key === 'Backspace' ? 'X' : key.toUpperCase()
      const choice = menuOf(item)
        .flatMap((section) => section.items)
        .find(({ shortcut }) => shortcut === letter)
      choice?.run()
      return choice !== undefined
    }
    return true
  }
}

function activeIndex(): number | null {
  const index = document.activeElement?.closest('li[data-index]')?.getAttribute('data-index') ?? null
  return index === null ? null : Number(index)
}

function rowAt(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`li[data-index="${index}"]`) ?? null
}

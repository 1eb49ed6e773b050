import { expect, type Page } from '@playwright/test'

/** Texts that are cut off without an ellipsis, or that something else covers: in the dialog in front, else in the whole window. */
function spoiledTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const fronts = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]:not([role="dialog"] [role="listbox"])'
    const front = [...document.querySelectorAll(fronts)].at(-1) ?? document.body
    const texts = document.createTreeWalker(front, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement
      if (parent === null || text.nodeValue?.trim() === '' || !isShown(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const box of range.getClientRects()) {
        const trouble = troubleOf(box, parent)
        if (trouble !== null) found.push(`${trouble}: ${text.nodeValue?.trim().slice(0, 60)}`)
      }
    }
    return [...new Set(found)]

    function isShown(element: Element): boolean {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      // What only a screen reader is told, and KaTeX's own layers.
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (at.clientWidth === 1 || at.matches('.katex, option, script, style')) return false
      }
      return true
    }

    function troubleOf(box: DOMRect, parent: Element): string | null {
      for (let at: Element | null = parent; at !== null && at !== document.documentElement; at = at.parentElement) {
        const { overflow, textOverflow, webkitLineClamp } = getComputedStyle(at)
        if (overflow === 'visible' || isWithin(box, at.getBoundingClientRect())) continue
        const canBeSeen = /auto|scroll/.test(overflow) || textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
        return canBeSeen ? null : 'cut off'
      }
      return coverOf(box, parent)
    }

    function isWithin(box: DOMRect, edge: DOMRect): boolean {
      return box.left > edge.left - 1 && box.right < edge.right + 1 && box.top > edge.top - 1 && box.bottom < edge.bottom + 1
    }

    function coverOf(box: DOMRect, parent: Element): string | null {
      if (getComputedStyle(parent).pointerEvents === 'none') return null
      const cover = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      if (cover === null || cover.contains(parent) || parent.contains(cover)) return null
      return `covered by ${cover.tagName} ${cover.textContent?.slice(0, 30)}`
    }
  })
}

/** What has a scroll bar, by its role and name. */
function scrollers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
        const isTall = scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1
        return isTall || (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1)
      })
      .map((element) => {
        const named = element.closest('[role][aria-label], [aria-label]')
        return `${element.getAttribute('role') ?? element.tagName} ${named?.getAttribute('aria-label') ?? element.className}`
      }),
  )
}

type Shift = PerformanceEntry & { readonly value: number; readonly sources: readonly { readonly node: Node | null }[] }

const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const

/** The list, the reader, the sidebar, and what shows lists or texts of any length in a dialog. */
const mayScroll = /^(grid|listbox|textbox|ARTICLE|NAV|PRE|SECTION|TEXTAREA|[OU]L)\b/

/** In windows from the smallest to a large one all texts can be read, and only lists and long texts scroll. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const size = page.viewportSize()
  for (const other of sizes) {
    await page.setViewportSize(other)
    await expect.poll(() => spoiledTexts(page), `${other.width} by ${other.height}`).toEqual([])
    const found = await scrollers(page)
    expect(
      found.filter((scroller) => !mayScroll.test(scroller)),
      `${other.width} by ${other.height}`,
    ).toEqual([])
  }
  if (size !== null) await page.setViewportSize(size)
}

/** What jumped that nobody moved, since the page began to load or since the last question: how far, and its text. */
export async function layoutShifts(page: Page, since = 0): Promise<{ readonly at: number; readonly shifts: readonly string[] }> {
  return page.evaluate(async (since) => {
    // An observer is told what was before it began only after a frame.
    const entries: Shift[] = []
    const observer = new PerformanceObserver((list) => entries.push(...(list.getEntries() as Shift[])))
    observer.observe({ type: 'layout-shift', buffered: true })
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    observer.disconnect()
    const shifts = entries.filter(({ startTime }) => startTime > since)
    return {
      at: performance.now(),
      shifts: shifts.map(({ value, sources }) => {
        const moved = sources.map(
          ({ node }) => `${node instanceof Element ? node.className : ''} ${node?.textContent?.slice(0, 40)}`,
        )
        return `${value.toFixed(4)} ${moved.join(' | ')}`
      }),
    }
  }, since)
}

type Stop = { readonly path: string; readonly clip: { x: number; y: number; width: number; height: number } }

/** The stops of the tabulator that look the same with the focus and without it, and how many stops there are. */
export async function stopsWithoutRing(page: Page): Promise<{ readonly stops: number; readonly bare: readonly string[] }> {
  const lit = new Map<string, { readonly clip: Stop['clip']; readonly picture: Buffer }>()
  let stop = await nextStop(page)
  while (!lit.has(stop.path)) {
    lit.set(stop.path, { clip: stop.clip, picture: await page.screenshot({ clip: stop.clip, animations: 'disabled' }) })
    stop = await nextStop(page)
  }
  const paths = [...lit.keys()]
  const bare: string[] = []
  // Each is looked at again while a far one has the focus.
  for (let round = 0; round < paths.length; round += 1) {
    const path = paths[(paths.indexOf(stop.path) + Math.ceil(paths.length / 2)) % paths.length] ?? ''
    const { clip, picture } = lit.get(path) ?? { clip: stop.clip, picture: null }
    if (picture?.equals(await page.screenshot({ clip, animations: 'disabled' })) === true) bare.push(path)
    stop = await nextStop(page)
  }
  return { stops: paths.length, bare: paths.length === 1 ? [] : bare }
}

async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  // Behind the last stop is the frame of the window.
  if ((await focused.count()) === 0) return nextStop(page)
  return focused.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const name = element.getAttribute('aria-label') ?? element.textContent
    const path = `${element.tagName} ${element.getAttribute('role') ?? ''} ${name?.slice(0, 40)} ${Math.round(x)} ${Math.round(y)}`
    return { path, clip: { x: Math.max(0, x - 5), y: Math.max(0, y - 5), width: width + 10, height: height + 10 } }
  })
}

/** Lists of titles and nothing else, one a line or an item; a year may follow in brackets. Taken only if nearly all lines look alike. */
import type { Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { buildDraft } from './build-draft.ts'
import { joinWrappedLines, learnHyphenation } from './join-wrapped-lines.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { blockSplits, removeItemStart } from './split-blocks.ts'
import { isTitleLine } from './title-line.ts'

type Item = { readonly lines: readonly ListLine[]; readonly text: string }

const fewestTitles = 3
const leastShare = 0.7
const mostWordsOfMenu = 3
const year = / ?[,(]? ?\b((?:19|20)\d\d)\)?$/

export function readTitleList(lines: readonly ListLine[]): ListReading | null {
  const hyphenation = learnHyphenation(lines)
  for (const split of blockSplits) {
    const items = split(lines).map((block) => ({
      lines: block,
      text: removeItemStart(
        joinWrappedLines(
          block.map(({ text }) => text),
          hyphenation,
        ),
      ),
    }))
    const titles = items.filter(isTitle)
    if (titles.length < fewestTitles || titles.length < items.length * leastShare || areMenu(titles)) continue
    const hasYears = titles.filter(({ text }) => /[,(] ?(?:19|20)\d\d\)?$/.test(text)).length >= titles.length * leastShare
    const drafts = titles.map((item) => toDraft(item, hasYears))
    return { layout: 'title', drafts, leftovers: leaveOver(lines, drafts) }
  }
  return null
}

function isTitle({ lines, text }: Item): boolean {
  const [line] = lines
  return line !== undefined && lines.length <= 4 && isTitleLine({ ...line, text })
}

/** Rows of short phrases are the menu of a page. */
function areMenu(titles: readonly Item[]): boolean {
  const words = titles.map(({ lines: [line], text }) => (line === undefined ? 0 : readFeatures({ ...line, text }).words))
  const isLonger = words.filter((count, index) => count > mostWordsOfMenu || /\p{Script=Han}/u.test(titles[index]?.text ?? ''))
  return isLonger.length * 2 < titles.length
}

function toDraft({ lines, text }: Item, hasYears: boolean): Draft {
  const match = hasYears ? year.exec(text) : null
  const title = match === null ? text : text.slice(0, match.index)
  const fields: EntryFields = { title, ...(match === null ? {} : { year: Number(match[1]) }) }
  return buildDraft(lines, [{ fields, lines }])
}

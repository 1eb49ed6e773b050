/** What all titles of a list have around them belongs to the list: words of the page, a full stop, the year, or in brackets the venue with it. */
import type { Draft } from '../../../db/model/draft.ts'

const leastShareWithYears = 0.7
const leastShareMarked = 0.8
const wholeMark = /^(\*\*|__|\*|_)(?=\S)([^*_]+)\1$|^["“„«](?=\S)(.+)["”“»][.,;]?$/u
const fewestWithWords = 3
const yearAround =
  /^[([]?((?:19|20)\d\d)(?:[)\]][.:,]?|[.:,]| [-–—|]) (?=\S)|^[([](\p{Lu}[\p{L}&. -]{1,50}?),? ['’]?((?:19|20)\d\d)[)\]][.:,]? (?=\S)| [([](?:(\p{Lu}[\p{L}&. -]{1,50}?),? )?['’]?((?:19|20)\d\d)[)\]]$/u

export function trimTitles(drafts: readonly Draft[]): readonly Draft[] {
  return splitYears(trimStops(trimWords(trimMarks(drafts))))
}

/** Where nearly all titles are bold or quoted as a whole, that is the list's and not theirs. */
function trimMarks(drafts: readonly Draft[]): readonly Draft[] {
  const titles = titlesOf(drafts)
  const areMarked = titles.length > 1 && titles.filter((title) => wholeMark.test(title)).length >= titles.length * leastShareMarked
  return areMarked ? drafts.map((draft) => withTitle(draft, draft.fields.title?.replace(wholeMark, '$2$3'))) : drafts
}

/** `… pdf icon` behind each: an icon that was copied as its name. */
function trimWords(drafts: readonly Draft[]): readonly Draft[] {
  const titles = titlesOf(drafts)
  const words = (titles[0] ?? '').split(' ')
  if (titles.length < fewestWithWords) return drafts
  let count = 0
  while (count < words.length - 2 && titles.every((title) => title.endsWith(` ${words.slice(-count - 1).join(' ')}`))) count++
  const tail = count === 0 ? '' : ` ${words.slice(-count).join(' ')}`
  const isOfPage = tail !== '' && /^[\s\p{Ll}[\]|]+$/u.test(tail.replace('PDF', ''))
  return isOfPage ? drafts.map((draft) => withTitle(draft, draft.fields.title?.slice(0, -tail.length))) : drafts
}

function trimStops(drafts: readonly Draft[]): readonly Draft[] {
  const titles = titlesOf(drafts)
  const isStopped =
    titles.length > 1 && titles.every((title) => /[.?!]$/.test(title)) && titles.some((title) => /[^.]\.$/.test(title))
  if (!isStopped) return drafts
  return drafts.map((draft) => withTitle(draft, draft.fields.title?.replace(/(?<=[^.])\.$/, '')))
}

function splitYears(drafts: readonly Draft[]): readonly Draft[] {
  const titles = titlesOf(drafts)
  const hasYears =
    titles.length > 1 && titles.filter((title) => yearAround.test(title)).length >= titles.length * leastShareWithYears
  if (!hasYears) return drafts
  return drafts.map((draft) => {
    const match = yearAround.exec(draft.fields.title ?? '')
    if (match === null) return draft
    const { fields, spans } = withTitle(draft, draft.fields.title?.replace(yearAround, ''))
    const venue = match[2] ?? match[4]
    const said = { year: Number(match[1] ?? match[3] ?? match[5]), ...(venue === undefined ? {} : { venue }) }
    return {
      ...draft,
      fields: { ...said, ...fields },
      spans: { ...(spans.title && { year: spans.title, ...(venue === undefined ? {} : { venue: spans.title }) }), ...spans },
    }
  })
}

function titlesOf(drafts: readonly Draft[]): readonly string[] {
  return drafts.flatMap(({ fields: { title } }) => title ?? [])
}

function withTitle(draft: Draft, title: string | undefined): Draft {
  return title === undefined ? draft : { ...draft, fields: { ...draft.fields, title } }
}

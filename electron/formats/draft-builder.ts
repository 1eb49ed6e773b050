/** One record on its way in: fields as other programs have them, put where Octavo has them. */
import { isCitationKey } from '../../db/model/citation-key.ts'
import type { CarriedReading, Draft, LineRange, Mark } from '../../db/model/draft.ts'
import { emptyFields, type Fields, type ValueName } from '../../db/model/fields.ts'
import type { Status } from '../../db/model/status.ts'
import { isDoiAddress, readDoi } from './bibtex/read-identifiers.ts'
import { cleanText } from './bibtex-text.ts'
import { parseDate } from './dates.ts'
import { oneItem, venuePlaceOf } from './exported-paper.ts'
import { tidyPageRanges } from './page-ranges.ts'

export type DraftBuilder = {
  readonly fields: { -readonly [Name in keyof Fields]?: Fields[Name] }
  readonly extra: Map<string, string>
  readonly spans: { [Name in ValueName]?: LineRange }
  readonly tags: string[]
  readonly notes: string[]
  readonly marks: Set<Mark>
  status: Status | null
  citationKey: string | null
}

export type Said = { readonly text: string; readonly lines: LineRange }

type TextField = 'title' | 'abstract' | 'volume' | 'issue' | 'pages' | 'url' | 'venue'

export function startDraft(): DraftBuilder {
  const marks = new Set<Mark>()
  return { fields: {}, extra: new Map(), spans: {}, tags: [], notes: [], marks, status: null, citationKey: null }
}

/** The first value of a field stands; an empty one says nothing. */
export function setText(draft: DraftBuilder, name: TextField, said: Said | undefined): void {
  const text = cleanText(said?.text ?? '')
  if (said === undefined || text === '' || draft.fields[name] !== undefined) return
  draft.fields[name] = text
  draft.spans[name] = said.lines
}

export function setExtra(draft: DraftBuilder, name: string, said: Said | undefined): void {
  const text = said?.text.trim() ?? ''
  if (said === undefined || text === '' || draft.extra.has(name)) return
  draft.extra.set(name, text)
  draft.spans[`extra.${name}`] = said.lines
}

/** What the type says stands at this place; the rest keeps a name of its own. Call it when the type is known. */
export function setVenue(
  draft: DraftBuilder,
  said: { readonly [Place in 'container' | 'publisher' | 'series']: Said | undefined },
): void {
  const place = venuePlaceOf({
    ...emptyFields,
    entryType: draft.fields.entryType ?? null,
    citationKey: '',
    titleOrigin: null,
    tags: [],
  })
  const venuePlace = said[place] === undefined && place !== 'series' ? 'container' : place
  setText(draft, 'venue', said[venuePlace])
  if (venuePlace !== 'container') setExtra(draft, 'container-title', said.container)
  const { publisher } = said
  if (venuePlace !== 'publisher' && publisher !== undefined)
    setExtra(draft, 'publisher', { ...publisher, text: oneItem(publisher.text.trim()) })
  if (venuePlace !== 'series') setExtra(draft, 'series', said.series)
}

/** A date as biblatex has it; what has no year in it is kept as it came. */
export function setDate(draft: DraftBuilder, said: Said | undefined): void {
  if (said === undefined || said.text.trim() === '' || draft.fields.year !== undefined) return
  const text = said.text.trim()
  const date = parseDate(text)
  const year = date?.start[0] ?? yearIn(text)
  if (year !== null) {
    draft.fields.year = year
    draft.spans.year = said.lines
  }
  if (date === null ? text !== String(year) : date.start.length > 1 || date.end !== null || date.isCirca)
    setExtra(draft, date === null ? 'year' : 'date', said)
}

export function setDoi(draft: DraftBuilder, said: Said | undefined): void {
  if (said === undefined || draft.fields.doi !== undefined) return
  const doi = readDoi(said.text.trim())
  if (doi === null) {
    setExtra(draft, 'doi', said)
    return
  }
  draft.fields.doi = doi
  draft.spans.doi = said.lines
}

/** `arXiv:2502.19634v2 [cs.CL]`, also without what stands around the number. Tells whether it is one. */
export function setArxivId(draft: DraftBuilder, said: Said): boolean {
  const [, id] =
    /^(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?: \[[\w.-]+\])?$/i.exec(said.text.trim()) ?? []
  if (id === undefined) return false
  draft.fields.arxivId ??= id
  draft.spans.arxivId ??= said.lines
  return true
}

export function setPages(draft: DraftBuilder, said: Said | undefined): void {
  if (said !== undefined) setText(draft, 'pages', { ...said, text: tidyPageRanges(said.text.trim()) })
}

/** Not the keys that programs make up: numbers and addresses. */
export function setCitationKey(draft: DraftBuilder, key: string): void {
  const isMadeUp = /^\d+$|:\/\/|^\d+\/[A-Z0-9]{8}$/.test(key)
  if (draft.citationKey === null && isCitationKey(key) && !isMadeUp) draft.citationKey = key
}

/** Parts between slashes, as a typed tag has them. */
export function addTags(draft: DraftBuilder, tags: readonly string[]): void {
  for (const tag of tags) {
    const parts = tag.split('/').map(cleanText)
    const tidy = parts.filter((part) => part !== '').join('/')
    if (tidy !== '' && tidy.length <= 200 && !draft.tags.includes(tidy)) draft.tags.push(tidy)
  }
}

export function finishDraft(draft: DraftBuilder, range: LineRange): Draft {
  if (draft.fields.doi === undefined && isDoiAddress(draft.fields.url ?? '')) setDoi(draft, addressOf(draft, range))
  const { fields, extra, spans, tags, notes, status, citationKey } = draft
  const reading: CarriedReading = { status, tags, notes }
  const sorted = [...extra].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    ...range,
    fields: { ...fields, ...(sorted.length === 0 ? {} : { extra: Object.fromEntries(sorted) }) },
    spans,
    marks: [...draft.marks],
    ...(status === null && tags.length + notes.length === 0 ? {} : { reading }),
    ...(citationKey === null ? {} : { citationKey }),
  }
}

/** An address of the resolver names a DOI. */
function addressOf({ fields, spans }: DraftBuilder, range: LineRange): Said {
  return { text: fields.url ?? '', lines: spans.url ?? range }
}

function yearIn(text: string): number | null {
  const found = /(?<!\d)(1[4-9]|20)\d\d(?!\d)/.exec(text)
  return found === null ? null : Number(found[0])
}

/**
 * Hayagriva, the bibliographies of Typst (typst/hayagriva, docs/file-format.md): a mapping of keys to entries, where what a work appeared in
 * is its parent. One value of the wrong kind keeps Typst from reading the whole file, so dates, numbers, languages and addresses are
 * checked here. In titles, `{…}` keeps the case of words, as in BibTeX; a title with a brace, backslash or dollar of its own is verbatim.
 */
import type { Author } from '../../../db/model/author.ts'
import type { ExportOptions } from '../../../db/model/export-formats.ts'
import { cleanText, toPlainText } from '../bibtex-text.ts'
import { protectCase } from '../bibtex-title.ts'
import { languages } from '../csl/csl-variables.ts'
import { formatParts, parseDate } from '../dates.ts'
import { dateOf, type ExportedPaper, isNamed, readableList, splitSuffix, titleOf, venuePlaceOf } from '../exported-paper.ts'
import { parseNameList } from '../name-lists.ts'
import { supposedType } from '../supposed-type.ts'
import { printYaml, type Yaml, type YamlMapping } from './print-yaml.ts'

export function formatHayagriva(papers: readonly ExportedPaper[], options: ExportOptions): string {
  return papers.map((paper) => printYaml({ [paper.citationKey]: toEntry(paper, options) })).join('\n')
}

type EntryTypes = readonly [entry: string, parent: string]

/** By type; a parent is written where the venue is known. */
const entryTypes: ReadonlyMap<string, EntryTypes> = new Map([
  ['article', ['article', 'periodical']],
  ['suppperiodical', ['article', 'periodical']],
  ['book', ['book', 'anthology']],
  ['mvbook', ['book', 'anthology']],
  ['manual', ['reference', 'anthology']],
  ['booklet', ['book', 'anthology']],
  ['collection', ['anthology', 'anthology']],
  ['mvcollection', ['anthology', 'anthology']],
  ['inbook', ['chapter', 'book']],
  ['bookinbook', ['chapter', 'book']],
  ['suppbook', ['chapter', 'book']],
  ['incollection', ['anthos', 'anthology']],
  ['suppcollection', ['anthos', 'anthology']],
  ['inproceedings', ['article', 'proceedings']],
  ['conference', ['article', 'proceedings']],
  ['proceedings', ['proceedings', 'anthology']],
  ['mvproceedings', ['proceedings', 'anthology']],
  ['reference', ['reference', 'anthology']],
  ['inreference', ['entry', 'reference']],
  ['thesis', ['thesis', 'misc']],
  ['phdthesis', ['thesis', 'misc']],
  ['mastersthesis', ['thesis', 'misc']],
  ['report', ['report', 'misc']],
  ['techreport', ['report', 'misc']],
  ['online', ['web', 'web']],
  ['dataset', ['repository', 'repository']],
  ['software', ['repository', 'repository']],
  ['patent', ['patent', 'misc']],
  ['unpublished', ['manuscript', 'misc']],
  ['periodical', ['periodical', 'anthology']],
  ['audio', ['audio', 'audio']],
  ['music', ['audio', 'audio']],
  ['video', ['video', 'video']],
  ['artwork', ['artwork', 'exhibition']],
  ['image', ['artwork', 'exhibition']],
  ['legislation', ['legislation', 'anthology']],
  ['jurisdiction', ['case', 'anthology']],
])
const anythingElse: EntryTypes = ['misc', 'misc']

function typesOf(paper: ExportedPaper): EntryTypes {
  const said = paper.entryType?.trim().toLowerCase() || supposedType(paper)
  return entryTypes.get(said) ?? anythingElse
}

function toEntry(paper: ExportedPaper, options: ExportOptions): YamlMapping {
  const [type, parentType] = typesOf(paper)
  const { extra = {} } = paper
  const inParent = venuePlaceOf(paper) !== 'publisher' && paper.venue !== null
  const volume = { volume: numberOrText(paper.volume), issue: numberOrText(paper.issue) }
  const publication = { editor: toPersons(extra.editor), ...toPublisher(extra) }
  const isPart = inParent && venuePlaceOf(paper) === 'container'
  const parent = inParent
    ? {
        type: parentType,
        title: toTitle(paper.venue ?? ''),
        ...(isPart ? { ...publication, ...volume } : { issue: numberOrText(extra.number) }),
      }
    : undefined
  return {
    type,
    title: toTitle(titleOf(paper)),
    author: listOrNothing(paper.authors.filter(isNamed).map(toPerson)),
    date: toDate(dateOf(paper)),
    ...(isPart ? {} : { ...publication, ...volume }),
    edition: numberOrText(extra.edition),
    organization: venuePlaceOf(paper) === 'publisher' ? textOrNothing(toPlainText(paper.venue ?? '')) : undefined,
    'page-range': textOrNothing(toPlainText(paper.pages ?? '').replace(/\s*[‐-―]\s*|--+/gu, '-')),
    'page-total': wholeNumber(extra.pagetotal),
    'volume-total': wholeNumber(extra.volumes),
    affiliated: listOrNothing(affiliatedOf(extra)),
    'serial-number': serialNumbers(paper),
    url: toUrl(paper),
    language: languages.find(([langid]) => langid === extra.langid)?.[1],
    genre: type === 'thesis' || type === 'report' ? textOrNothing(toPlainText(extra.type ?? '')) : undefined,
    note: noteOf(paper, options),
    abstract: options.abstracts ? formattable(toPlainText(paper.abstract ?? '')) : undefined,
    parent,
  }
}

/** Of a publisher the place is its own; without one it is that of the work. */
function toPublisher(extra: Readonly<Record<string, string>>): YamlMapping {
  const name = formattable(readableList(extra.publisher ?? ''))
  const location = formattable(readableList(extra.location ?? ''))
  return name === undefined || location === undefined ? { publisher: name, location } : { publisher: { name, location } }
}

/** Verbatim text is not looked at for braces and dollars. */
function toTitle(text: string): Yaml | undefined {
  const plain = toPlainText(text)
  if (/[\\{}$]/.test(plain)) return { value: plain, verbatim: true }
  return plain === '' ? undefined : protectCase(plain)
}

function formattable(text: string): Yaml | undefined {
  if (/[\\{}$]/.test(text)) return { value: text, verbatim: true }
  return textOrNothing(text)
}

/** `Family, Given`, or by parts where a comma or a word in lower case could be misread. */
function toPerson(author: Author): Yaml {
  const { given, suffix } = 'literal' in author ? { given: '', suffix: '' } : splitSuffix(toPlainText(author.given ?? ''))
  const name = toPlainText('literal' in author ? author.literal : author.family)
  if (name === '' || given === '') return /,|(?:^|\s)\p{Ll}/u.test(name + given) ? { name: name + given } : name + given
  const [, prefix, family = name] = /^((?:[\p{Ll}'’]+ )+)(\P{Ll}.*)$/su.exec(name) ?? []
  const isSimple = suffix === '' && prefix === undefined && !/[,]|(?:^|\s)\p{Ll}/u.test(name) && !given.includes(',')
  if (isSimple) return `${name}, ${given}`
  return { name: family, 'given-name': given, prefix: prefix?.trimEnd(), suffix: textOrNothing(suffix) }
}

function toPersons(list: string | undefined): Yaml | undefined {
  return list === undefined ? undefined : listOrNothing(parseNameList(list).filter(isNamed).map(toPerson))
}

const roles: ReadonlyArray<readonly [field: string, role: string]> = [
  ['translator', 'translator'],
  ['afterword', 'afterword'],
  ['foreword', 'foreword'],
  ['introduction', 'introduction'],
  ['annotator', 'annotator'],
  ['commentator', 'commentator'],
  ['holder', 'holder'],
  ['compiler', 'compiler'],
  ['organizer', 'organizer'],
  ['performer', 'cast-member'],
  ['composer', 'composer'],
  ['producer', 'producer'],
  ['executive-producer', 'executive-producer'],
  ['script-writer', 'writer'],
  ['director', 'director'],
  ['illustrator', 'illustrator'],
  ['narrator', 'narrator'],
]

function affiliatedOf(extra: Readonly<Record<string, string>>): readonly Yaml[] {
  return roles.flatMap(([field, role]) => {
    const names = toPersons(extra[field])
    return names === undefined ? [] : [{ role, names }]
  })
}

function serialNumbers({ doi, arxivId, extra = {} }: ExportedPaper): Yaml | undefined {
  const numbers = {
    doi: textOrNothing(cleanText(doi ?? '')),
    arxiv: arxivId ?? undefined,
    isbn: textOrNothing(toPlainText(extra.isbn ?? '')),
    issn: textOrNothing(toPlainText(extra.issn ?? '')),
    pmid: textOrNothing(toPlainText(extra.pmid ?? '')),
    pmcid: textOrNothing(toPlainText(extra.pmcid ?? '')),
    serial: textOrNothing(toPlainText(extra.eid ?? (extra.series === undefined ? (extra.number ?? '') : ''))),
  }
  return Object.values(numbers).some((number) => number !== undefined) ? numbers : undefined
}

/** Typst knows years of four digits, months and days; of a time between two dates, the first. */
function toDate(text: string): Yaml | undefined {
  const start = parseDate(text)?.start.filter((part, index) => index === 0 || part <= 31)
  if (start === undefined) return undefined
  const parts = formatParts((start[1] ?? 0) > 12 ? start.slice(0, 1) : start)
  return /^[1-9]\d{3}$/.test(parts) ? Number(parts) : parts
}

function toUrl({ url, extra }: ExportedPaper): Yaml | undefined {
  const address = cleanText(url ?? '')
  if (!URL.canParse(address)) return undefined
  const visited = toDate(extra?.urldate ?? '')
  return visited === undefined ? address : { value: address, date: visited }
}

function noteOf({ notes, extra, andOthers }: ExportedPaper, options: ExportOptions): string | undefined {
  const said = [extra?.note ?? '', andOthers ? 'With other authors.' : '', ...(options.notes ? notes.map(({ text }) => text) : [])]
  return textOrNothing(
    said
      .filter((text) => text !== '')
      .map(toPlainText)
      .join(' '),
  )
}

function numberOrText(text: string | null | undefined): Yaml | undefined {
  const plain = toPlainText(text ?? '')
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : textOrNothing(plain)
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined
}

function textOrNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

function listOrNothing(items: readonly Yaml[]): Yaml | undefined {
  return items.length === 0 ? undefined : items
}

/**
 * Lines that stand beside a record's title, authors and abstract, told by what they are made of:
 *   identifier   nothing but a DOI, an arXiv number, an address …, and the words of links (`[1] arXiv:1706.03762 [pdf, other]`)
 *   links        `pdf bib abs`, `Code | Slides | Video`
 *   label        `Keywords: …`, `Subjects: …`, `Cited by 12`
 *   year, date, numbers   `2017`, `16 Jan 2024`, `1024	2017`
 *   furniture    `Sort by relevance`, `© 2021. The Author(s).`: nobody's
 *   page         the number and running head of a printed page
 *   affiliation  below names: `Department of Physics, University of …`
 *   venue        `Nature 521 (7553), 436-444, 2015`, `NeurIPS 2017`; without volume or pages only where many lines are such
 */

import { areNames } from './are-names.ts'
import { findBareVenues } from './bare-venues.ts'
import { readCitationDetails } from './citation-details.ts'
import { isDateLine } from './date-line.ts'
import { findFieldWord } from './field-words.ts'
import { readIdentifiers } from './identifiers.ts'
import { type InSteps, mapInSteps } from './in-steps.ts'
import { removeItemStart } from './item-start.ts'
import { type LineFeatures, readFeatures } from './line-features.ts'
import { removeLinkWords } from './link-words.ts'
import type { ListLine } from './list-line.ts'
import { findRunningHeads } from './running-heads.ts'
import { splitByline } from './split-byline.ts'
import { isTitleLine } from './title-line.ts'
import { rememberWords } from './word-kind.ts'

export type AsideKind =
  | 'affiliation'
  | 'furniture'
  | 'page'
  | 'identifier'
  | 'links'
  | 'label'
  | 'year'
  | 'date'
  | 'numbers'
  | 'venue'

/** A weak venue may be a title, if few lines are like it. */
export type LineKind = AsideKind | 'weak venue'

/** One line, or several where a paragraph was wrapped. */
export type Aside = { readonly kind: AsideKind; readonly lines: readonly ListLine[] }

const links =
  /^(?:pdf|bib|bibtex|abs|abstracts?|code|slides?|video|videos|poster|project|page|pages|html|other|supp|supplement|supplementary|material|materials|supplemental|data|dataset|datasets|demo|website|web|site|link|links|paper|papers|arxiv|doi|doc|cite|cited|save|saved|share|github|talk|blog|view|download|full|text|free|read|more|show|less|hide|add|to|copy|citation|export|preprint|proceedings|format|formats|html5?|ps|&|and|software|attachment|attachments|optional|review|reviews|revisions|discussion|fulltext|article|related|articles|all|versions|version|or|for|this|as|by|web|of|science|import|into|references|request|permissions?|figures|metrics|epub|twitter|facebook|linkedin|mendeley|reddit|email|select|on|\d+)$/i
const strongLink =
  /pdf|bib|code|slides?|video|poster|html|supp|arxiv|doi|cite|save|select|download|fulltext|related|attachment|abs/i
const more =
  /^(?:read|show|learn|see|load|view) (?:more|less|more detail|abstract|paper|pdf|full text|article|details?)\W*$|^continue reading\W*$/i
/** Above the results of a search, on any page. */
const searchBar =
  /^(?:sort(?:ed)? by|sort|filter(?:ed)? by|refine(?: by)?|showing|displaying|results? \d|page \d+ of|search results|\d[\d,.]* (?:results|papers|publications|articles|items|entries)\b)[^.?!]{0,40}$/i
/** At both ends of a page of many. */
const pager =
  /^[<‹«←]? ?(?:previous|next)(?: (?:issue|page|article|volume))?(?: [|/·•] | )?(?:(?:next|previous)(?: (?:issue|page|article|volume))?)? ?[>›»→]?$/i
/** Of a session, not of one paper. */
const chair = /^(?:session )?chair(?:s|ed by)?[:：] /i
const rights = /^(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)).{0,160}$/i
const linkParts = /[\s|·•/[\](),;:\t]+/
const cited =
  /(?:^|\s)(?:cited by|citations?|zitiert von|citado por|cité|被引用次数)[:：]? ?\d+|^(?:downloads?|views?|likes?|stars?|citations?) [\d,.]+[KM]?$|^\d[\d,.]* (?:zitationen|zitate|aufrufe|lesungen|citas|citazioni|citações|lectures|lecturas|citations?|views?|downloads?|comments?|authors?|replies|points?|stars?|upvotes?|likes?|votes?|reads|recommendations?|followers)$/i
const submitted = /^\[?(?:submitted|posted|shared|added|uploaded|recommended|published online) (?:by|on|at|to)\b/i
const label = /^(?:\*\*)?(\p{L}[\p{L}\p{M} ()/;&.-]{0,36}?)(?:\*\*)? ?[:：](?:\*\*)?(?:\s|$)/u
/** Below names: where they work. */
const affiliation =
  /(?:\b|(?<=\d))(?:universit\p{L}*|institut\p{L}*|department|college|laborator(?:y|ies)|faculty|school of|hospital|academy)\b|\bresearch$/iu
const anyYear = /(?<!\d)(?:19|20)\d\d(?!\d)/
const yearAlone = /^[([]?(?:19|20)\d\d[)\]]?$/
/** Counts, and the number that a poster, a talk or a deposit (`hal-00608041v1`) has. */
const numbers = /^[#\d\s,.*·•|–-]+$|^[a-z]{2,10}-\d{5,9}(?:v\d{1,2})?$/
const venueStart =
  /^(?:in:? |\(?(?:to appear|accepted|published|appeared|presented) (?:in|at|by) |proc\b|proceedings|(?:the )?(?:international|annual|european|ieee|acm|usenix|springer)\b|journal of|transactions|advances in|conference|workshop|symposium|lecture notes|arxiv\b|corr\b|findings of|transactions of)/i
/** `2016 IEEE Conference on …`, `Proceedings of the IEEE`. */
const series =
  /^(?:(?:19|20)\d\d )?(?:(?:IEEE|ACM|International|Annual|European)\b.*\b(?:Conference|Symposium|Workshop|Transactions)|Proceedings of|Transactions (?:of|on)|Journal of|(?:Conference|Symposium|Workshop) on)\b[^:]*$/
const yearAtEnd =
  /(?:^|[\s,('’])(?:19|20)\d\d\)?(?: \(?(?:poster|oral|spotlight|notable|workshop|conference|highlight|best paper)\b[^.]{0,60})?(?:, \p{Lu}[\p{L} ]{2,30}){0,2}[.)]?$|\p{L} ?['’]\d\d[.)]?$/iu
/** `1950. Mind` */
const yearFirst = /^[([]?(?:19|20)\d\d[)\]]?[.:,] \p{Lu}[^.?!]{1,120}\.?$/u
/** `**CVPR 2016**`, in Markdown. */
export const wholeMark = /^(\*\*|__|\*|_)(?=\S)([^*_]+)\1$/
/** `NeurIPS ’17`, of which nobody says the century. */
const shortYear = /^\p{Lu}[\p{L}& -]{1,40} ?['’]\d\d$/u
const pagesAlone = /^(?:pages?|pp?\.?) ?[A-Za-z]?\d{1,6} ?[-–—] ?[A-Za-z]?\d{1,6}\.?$/i
const mostWordsOfVenue = 20
const longestVenue = 220
/** `NeurIPS 2017`, `ICLR 2021 (oral)`: no title, and no line of prose. */
const acronym = /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*[ -]?(?:19|20)\d\d(?: \(?(?:oral|poster|spotlight|workshop|highlight)\)?)?$/
const longestAcronym = 40
const fewestAcronyms = 3
const fewestOfParagraphs = 0.15
const fewestOfLines = 0.07
const mostParagraphsOfOne = 8
/** What a work is and whether it can be read, as publishers and search pages say above or below titles. */
const documentKind =
  /^(?:(?:research|review|original|journal|conference|regular|short|full|invited)[ -])?(?:article|paper|preprint|review|chapter|book chapter|poster|oral|spotlight|thesis|letter|editorial|commentary|correspondence)(?:(?: |, | · |)(?:full-text available|open access|free access|pdf available|free|editor['’]s choice))*$|^(?:open|free|full|full text|restricted) access$|^free (?:pmc )?article\.?$|^(?:volltext verfügbar|texte intégral disponible|texto completo disponible|article dans une revue|communication dans un congrès|chapitre d['’]ouvrage|ouvrages?|thèse|rapport|pré-publication|zeitschriftenaufsatz|aufsatz|artikel|buchkapitel|konferenzbeitrag|artículo|artigo|articolo|capítulo de libro|tesis|tese)$|^chapter and conference paper$/i
/** `May 2015 Nature`, `ResearchOpen Access17 Apr 2008 Nature` */
const monthBefore =
  /^(?:(?:research|review|article|letter|news|comment|open access){1,2} ?\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? (?:19|20)\d\d[ ,·•|]+(?=\p{L})/iu
/** `European conference on computer vision, 694-711`, and not the years that a title speaks of. */
const pagesBehind = /\p{L}[ ,:]+(?:pp?\.? ?)?(?!(?:1[89]|20)\d\d ?[-–] ?(?:1[89]|20)\d\d$)\d{1,5} ?[-–] ?\d{1,5}$/u
/** `Neural Networks, January 2015`: no title ends in a month. */
const monthBehind =
  /, (?:\d{1,2}(?: ?[-–] ?\d{1,2})? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?: ?[-–] ?\d{1,2})?,)? (?:19|20)\d\d$/i
const longestLabelled = 400
const mostWordsOfButton = 12
const mostWordsOfDate = 12
const mostWordsOfBar = 8
/** `[PDF] neurips.cc`, as search pages say where a copy is. */
const host = /^\[(?:PDF|HTML|DOC|PS|FULL TEXT)\] (?:from )?[\w-]+(?:\.[\w-]+)+$/i
/** As pages show it to copy. */
const record = /^@\w{3,20}\{.*\}$/
/** What stands beside a date: which version it is of, of what kind the work is, when it was changed. */
const revision =
  /^\[v\d+\] |^(?:issue|no\.|vol\.|#) ?\d+ [|·•–-] |^[\w.-]+\/[\w.-]+ [|·•] | [|·•] \p{L}[\p{L} ]{2,30}$| ?\((?:modified|revised|last modified|updated|[\d,.]+ ?[KM]B)[^()]*\)$/giu

export function* findAsides(lines: readonly ListLine[]): InSteps<readonly Aside[]> {
  const read = rememberWords()
  const features = yield* mapInSteps(lines, (line) => (line.text.length <= longestLabelled ? readFeatures(line, read) : null))
  const seen: readonly (LineKind | null)[] = yield* mapInSteps(lines, (line, index) =>
    isButton(features[index] ?? null, features[index + 1] ?? null)
      ? 'links'
      : kindOf(line, features[index] ?? null, lines[index - 1]),
  )
  const told = new Map([...findBareVenues(lines, seen), ...findRunningHeads(lines)])
  const kinds = told.size === 0 ? seen : seen.map((kind, index) => told.get(index) ?? kind)
  const venues = kinds.filter((kind) => kind === 'venue' || kind === 'weak venue').length
  const areVenues = areOften(venues, lines)
  const areAcronyms = lines.filter(({ text }) => text.length <= longestAcronym && acronym.test(text)).length >= fewestAcronyms
  const asides: { readonly kind: AsideKind; readonly lines: ListLine[] }[] = []
  const hasGaps = lines.filter(({ gap }) => gap > 0).length * 4 >= lines.length
  for (const [index, line] of lines.entries()) {
    const kind = kinds[index] ?? null
    const last = asides.at(-1)
    const goesOn = last?.lines.at(-1) === lines[index - 1] && isWrappedParagraph(last, { line, hasGaps, top: lines[0] })
    const isTitle =
      kind === 'weak venue' && (!(areVenues || (areAcronyms && acronym.test(line.text))) || standsAbove(lines, kinds, index))
    if (kind === null || isTitle || (kind === 'affiliation' && goesOn)) {
      if (goesOn) last?.lines.push(line)
    } else asides.push({ kind: kind === 'weak venue' ? 'venue' : kind, lines: [line] })
  }
  return asides
}

/** The word "Abstract" above a line that is none: a button that opens it. */
function isButton(features: LineFeatures | null, after: LineFeatures | null): boolean {
  return (
    features?.marker === 'alone' &&
    (after === null || (after.proseWords + after.sentenceBreaks === 0 && after.words <= mostWordsOfButton))
  )
}

/** A phrase with a year right above names, and not below any, is a title, unless one opens the record above it. */
function standsAbove(lines: readonly ListLine[], kinds: readonly (LineKind | null)[], index: number): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]]
  if (line === undefined || (after !== undefined && after.gap > line.gap) || monthBehind.test(line.text)) return false
  const isAboveName = after?.gap === 0 && kinds[index + 1] === null && areNames([readFeatures(after)])
  if (line.gap > 0 && isAboveName && (!isTitleLine(after) || /(?:^| )\p{Lu}\. /u.test(after.text)) && isTitleLine(line)) return true
  if (line.gap === 0 && before !== undefined && (before.gap > 0 || index === 1) && isTitleLine(before)) return false
  const isNameList = (each: ListLine | undefined) =>
    each !== undefined && readFeatures(each).separators > 0 && areNames([readFeatures(each)])
  return kinds[index + 1] !== 'links' && isNameList(after) && !isNameList(before)
}

/** Of paragraphs, or of lines where no blank lines part them; a page of one record has one. */
function areOften(venues: number, lines: readonly ListLine[]): boolean {
  const gaps = lines.filter(({ gap }) => gap > 0).length
  const paragraphs = gaps >= 3 ? gaps + 1 : lines.length
  const fewest = paragraphs <= mostParagraphsOfOne ? 1 : 2
  return venues >= Math.max(fewest, paragraphs * (gaps >= 3 ? fewestOfParagraphs : fewestOfLines))
}

/** Between blank lines, a label's or a citation's paragraph goes on to the next. */
function isWrappedParagraph(
  aside: Aside | undefined,
  { line, hasGaps, top }: { line: ListLine; hasGaps: boolean; top: ListLine | undefined },
): boolean {
  const first = aside?.lines[0]
  if (aside === undefined || first === undefined || !hasGaps || line.gap > 0 || (first.gap === 0 && first !== top)) return false
  return aside.kind === 'label' || (aside.kind === 'venue' && aside.lines.length < 3 && first.text.length >= 60)
}

function kindOf(line: ListLine, features: LineFeatures | null, before: ListLine | undefined): LineKind | null {
  if (features === null || features.marker !== 'none') return null
  const bold = wholeMark.exec(line.text)?.[2]
  if (bold !== undefined) return venueKind(bold, features)
  const isBelowNames = () => before !== undefined && areNames([readFeatures(before)])
  if (features.words <= 16 && affiliation.test(line.text) && !anyYear.test(line.text) && isBelowNames()) return 'affiliation'
  const kind = kindOfWords(line.text, features)
  if (kind !== null) return kind
  const { count, rest } = readIdentifiers(removeItemStart(line.text), { isBare: true })
  if (count > 0 && (areLinkWords(rest.replace(/\(\p{Ll}[^()]{2,60}\)/u, ' ')) || !/\p{L}{2}/u.test(rest)))
    return canStandAlone(line, before) ? 'identifier' : null
  if (count > 0 && features.proseWords === 0 && features.words <= mostWordsOfVenue && isBelowNames()) return 'venue'
  if (pagesBehind.test(line.text) && features.proseWords === 0 && features.words <= mostWordsOfVenue && isBelowNames())
    return 'venue'
  if (monthBefore.test(line.text) && features.proseWords === 0 && features.words <= 12) return 'venue'
  return venueKind(line.text, features)
}

function kindOfWords(text: string, features: LineFeatures): AsideKind | null {
  if (features.words <= mostWordsOfDate && yearAlone.test(text.replace(revision, ''))) return 'year'
  if ((features.words <= 6 && (host.test(text) || documentKind.test(text))) || areColumns(text) || record.test(text)) return 'links'
  if (features.isDate || (features.words <= mostWordsOfDate && isDateLine(text.replace(revision, '')))) return 'date'
  if (numbers.test(text)) return 'numbers'
  if (isLinks(text)) return 'links'
  if (isFurniture(text, features)) return 'furniture'
  if ((cited.test(text) || submitted.test(text)) && features.words <= 14) return 'label'
  const word = findFieldWord(label.exec(text)?.[1] ?? '')
  if (word !== undefined && !['title', 'abstract', 'authors'].includes(word)) return 'label'
  return features.words <= 2 && /\p{L}$/u.test(text) && findFieldWord(text) !== undefined ? 'links' : null
}

function isFurniture(text: string, { words }: LineFeatures): boolean {
  return (words <= mostWordsOfBar && (searchBar.test(text) || pager.test(text) || chair.test(text))) || rights.test(text)
}

/** The names of columns, or buttons, between tabs. */
function areColumns(text: string): boolean {
  if (!text.includes('\t')) return false
  const cells = text.split('\t')
  const areWords = cells.length > 2 && cells.every((cell) => /^[\p{L} ]{2,24}$/u.test(cell) && cell.trim().split(' ').length <= 2)
  return areWords || (cells.length > 1 && cells.every((cell) => findFieldWord(cell) !== undefined))
}

/** An address may be the end of an abstract that was wrapped. */
function canStandAlone({ gap }: ListLine, before: ListLine | undefined): boolean {
  if (before === undefined || gap > 0 || /[.!?)\]]["”’]?$/.test(before.text)) return true
  const { proseWords, capitals, startsUpper, endsHanging } = readFeatures(before)
  return (
    (proseWords === 0 || capitals >= 0.8) && (startsUpper || /^\d/.test(before.text)) && !endsHanging && !/[:,-]$/.test(before.text)
  )
}

/** `Submitted on 3 Mar 2024 (v1), last revised …` */
export function isSubmission(text: string): boolean {
  return submitted.test(text)
}

function areLinkWords(text: string): boolean {
  return text.split(linkParts).every((word) => word === '' || links.test(word))
}

function isLinks(text: string): boolean {
  if (more.test(text)) return true
  const words = text.split(linkParts).filter((word) => word !== '')
  if (words.length === 0 || words.length > 24 || !words.every((word) => links.test(word))) return false
  if (/^\[.*\]$/.test(text)) return true
  return words.length > 1
    ? words.some((word) => strongLink.test(word))
    : /^(?:pdf|bib|bibtex|code|slides|video|poster|html|doi|cite|arxiv|github|demo)$/i.test(words[0] ?? '')
}

/** `11 May 2023 (modified: 3 Feb 2024)  ICLR 2023 poster  Readers: Everyone`: of what wide spaces part, the piece that is no date or label. */
export function citationPiece(text: string): string {
  const bare = removeLinkWords(text)
  if (!bare.includes('  ')) return bare
  const pieces = bare.split(/ {2,}/)
  return pieces.find((piece) => /\d/.test(piece) && !isDateLine(piece.replace(revision, '')) && !label.test(piece)) ?? bare
}

function venueKind(whole: string, features: LineFeatures): 'venue' | 'weak venue' | null {
  const text = citationPiece(whole)
  if (
    features.words > mostWordsOfVenue ||
    text.length > longestVenue ||
    features.proseWords > 1 ||
    !(/\d/.test(text) || series.test(text))
  )
    return null
  if (
    series.test(text) ||
    (yearFirst.test(text) && features.words <= 14 && !areNames([features])) ||
    /^\p{Lu}[^\t]*\t(?:[\d,.*]*\t+)?(?:19|20)\d\d$/u.test(text)
  )
    return 'weak venue'
  if (splitByline({ number: 0, text, source: text, isRepaired: false, gap: 0 }) !== null) return null
  const { rest } = readIdentifiers(removeItemStart(text))
  return pagesAlone.test(rest) ? 'venue' : kindOfCitation(rest, features)
}

function kindOfCitation(whole: string, features: LineFeatures): 'venue' | 'weak venue' | null {
  const text = whole.replace(/\t.*$/, '')
  const { venue, year, volume, issue, pages = '' } = readCitationDetails(text)
  if (shortYear.test(text)) return 'weak venue'
  if (venue === undefined || (year === undefined && volume === undefined)) return null
  const isPlain = features.proseWords === 0 && volume !== undefined
  if (isPlain && issue !== undefined && /\bvol/i.test(text)) return 'venue'
  if (isPlain && year !== undefined && /\d[-–]\w*\d|^e\d/.test(pages)) return 'venue'
  if (venueStart.test(whole)) return 'weak venue'
  const areAuthors = features.separators > 1 && areNames([features]) && !monthBehind.test(whole)
  const isShort = year !== undefined && yearAtEnd.test(text) && whole.split(' ').length <= 12 && !areAuthors
  return isShort || (volume !== undefined && /[-–]/.test(pages)) ? 'weak venue' : null
}

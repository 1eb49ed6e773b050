/**
 * The types and variables of CSL 1.0.2 (citation-style-language/schema, csl-data.json) beside the names of biblatex's data model, one
 * table for reading and writing: of several rows with the same name the first is taken. What has no place in CSL is kept in `custom`,
 * which the schema has for that; a variable that biblatex lacks keeps its own name.
 */

export const cslTypes: ReadonlyArray<readonly [entryType: string, cslType: string]> = [
  ['article', 'article-journal'],
  ['article', 'article-magazine'],
  ['article', 'article-newspaper'],
  ['suppperiodical', 'article-journal'],
  ['book', 'book'],
  ['mvbook', 'book'],
  ['collection', 'book'],
  ['mvcollection', 'book'],
  ['proceedings', 'book'],
  ['mvproceedings', 'book'],
  ['reference', 'book'],
  ['mvreference', 'book'],
  ['manual', 'book'],
  ['incollection', 'chapter'],
  ['inbook', 'chapter'],
  ['bookinbook', 'chapter'],
  ['suppbook', 'chapter'],
  ['suppcollection', 'chapter'],
  ['inproceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['thesis', 'thesis'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['report', 'report'],
  ['techreport', 'report'],
  ['online', 'webpage'],
  ['online', 'post-weblog'],
  ['online', 'post'],
  ['dataset', 'dataset'],
  ['software', 'software'],
  ['patent', 'patent'],
  ['unpublished', 'manuscript'],
  ['booklet', 'pamphlet'],
  ['inreference', 'entry-encyclopedia'],
  ['inreference', 'entry-dictionary'],
  ['inreference', 'entry'],
  ['periodical', 'periodical'],
  ['audio', 'song'],
  ['video', 'motion_picture'],
  ['artwork', 'graphic'],
  ['image', 'figure'],
  ['letter', 'personal_communication'],
  ['review', 'review'],
  ['legislation', 'legislation'],
  ['jurisdiction', 'legal_case'],
  ['standard', 'standard'],
  ['music', 'musical_score'],
  ['performance', 'performance'],
  ['misc', 'document'],
  ['misc', 'article'],
]

export const genres: ReadonlyArray<readonly [entryType: string, genre: string]> = [
  ['phdthesis', 'PhD thesis'],
  ['mastersthesis', "Master's thesis"],
]

/** Types that biblatex lacks, and what is nearest to them; such a type is kept beside. */
export const nearestTypes: ReadonlyMap<string, string> = new Map([
  ['review-book', 'review'],
  ['classic', 'book'],
  ...['bill', 'hearing', 'regulation', 'treaty'].map((type) => [type, 'legislation'] as const),
])

/** Undefined for a type that biblatex lacks and has nothing near. */
export function entryTypeOf(cslType: string, genre: unknown): string | undefined {
  const byGenre = cslType === 'thesis' ? genres.find(([, name]) => name === genre)?.[0] : undefined
  return byGenre ?? cslTypes.find(([, name]) => name === cslType)?.[0] ?? nearestTypes.get(cslType)
}

export type VariableKind = 'text' | 'list' | 'names' | 'date'

/** Beside title, author, venue and the other usual fields. */
export const cslVariables: ReadonlyArray<readonly [field: string, variable: string, kind: VariableKind]> = [
  ['publisher', 'publisher', 'list'],
  ['location', 'publisher-place', 'list'],
  ['eventtitle', 'event-title', 'text'],
  ['eventtitle', 'event', 'text'],
  ['venue', 'event-place', 'text'],
  ['series', 'collection-title', 'text'],
  ['edition', 'edition', 'text'],
  ['isbn', 'ISBN', 'text'],
  ['issn', 'ISSN', 'text'],
  ['pagetotal', 'number-of-pages', 'text'],
  ['volumes', 'number-of-volumes', 'text'],
  ['chapter', 'chapter-number', 'text'],
  ['part', 'part-number', 'text'],
  ['part', 'part', 'text'],
  ['version', 'version', 'text'],
  ['type', 'genre', 'text'],
  ['howpublished', 'medium', 'text'],
  ['shorttitle', 'title-short', 'text'],
  ['shorttitle', 'shortTitle', 'text'],
  ['shortjournal', 'container-title-short', 'text'],
  ['shortjournal', 'journalAbbreviation', 'text'],
  ['origtitle', 'original-title', 'text'],
  ['origpublisher', 'original-publisher', 'list'],
  ['origlocation', 'original-publisher-place', 'list'],
  ['library', 'call-number', 'text'],
  ['pubstate', 'status', 'text'],
  ['pmid', 'PMID', 'text'],
  ['pmcid', 'PMCID', 'text'],
  ['language', 'language', 'list'],
  ['note', 'note', 'text'],
  ['editor', 'editor', 'names'],
  ['translator', 'translator', 'names'],
  ['bookauthor', 'container-author', 'names'],
  ['urldate', 'accessed', 'date'],
  ['origdate', 'original-date', 'date'],
  ['eventdate', 'event-date', 'date'],
]

const ownNames = [
  ...['chair', 'collection-editor', 'compiler', 'composer', 'contributor', 'curator', 'director', 'editorial-director'],
  ...['executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator', 'organizer', 'original-author', 'performer'],
  ...['producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator'],
]
const ownDates = ['available-date', 'submitted']
const ownTexts = [
  ...[
    'archive',
    'archive_collection',
    'archive_location',
    'archive-place',
    'authority',
    'citation-label',
    'dimensions',
    'division',
  ],
  ...['jurisdiction', 'part-title', 'printing-number', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section'],
  ...['source', 'supplement-number', 'volume-title', 'volume-title-short', 'year-suffix', 'collection-number', 'number'],
]

/** Variables that biblatex has no field for: a field of the library may have their name. */
export const ownVariables: ReadonlyMap<string, VariableKind> = new Map([
  ...ownNames.map((name) => [name, 'names'] as const),
  ...ownDates.map((name) => [name, 'date'] as const),
  ...ownTexts.map((name) => [name, 'text'] as const),
])

/** Identifiers of babel, which biblatex takes, beside those of BCP 47. */
export const languages: ReadonlyArray<readonly [langid: string, tag: string]> = [
  ['english', 'en'],
  ['american', 'en-US'],
  ['british', 'en-GB'],
  ['ngerman', 'de-DE'],
  ['german', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['brazilian', 'pt-BR'],
  ['dutch', 'nl'],
  ['danish', 'da'],
  ['swedish', 'sv'],
  ['norsk', 'nb'],
  ['finnish', 'fi'],
  ['polish', 'pl'],
  ['czech', 'cs'],
  ['hungarian', 'hu'],
  ['greek', 'el'],
  ['turkish', 'tr'],
  ['russian', 'ru'],
  ['ukrainian', 'uk'],
  ['hebrew', 'he'],
  ['arabic', 'ar'],
  ['japanese', 'ja'],
  ['chinese', 'zh'],
  ['korean', 'ko'],
]

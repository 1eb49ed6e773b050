/**
 * The fields of a .bib under biblatex's names (manual, 2.2.2 and 2.2.5), and of what kind their values are. biblatex's vocabulary is the
 * richest there is; BibTeX's own names and those of arXiv, BibDesk, JabRef and publishers for the same things are mapped to it.
 */
const aliases: ReadonlyMap<string, string> = new Map([
  ['address', 'location'],
  ['annote', 'annotation'],
  ['archiveprefix', 'eprinttype'],
  ['art_number', 'eid'],
  ['article-number', 'eid'],
  ['articleno', 'eid'],
  ['hyphenation', 'langid'],
  ['journal', 'journaltitle'],
  ['key', 'sortkey'],
  ['keyword', 'keywords'],
  ['origyear', 'origdate'],
  ['pdf', 'file'],
  ['primaryclass', 'eprintclass'],
  ['pubmedid', 'pmid'],
  ['school', 'institution'],
])

const typeAliases: ReadonlyMap<string, string> = new Map([
  ['conference', 'inproceedings'],
  ['electronic', 'online'],
  ['www', 'online'],
])

export function fieldNameOf(name: string): string {
  return aliases.get(name) ?? name
}

export function entryTypeOf(type: string): string {
  return typeAliases.get(type) ?? type
}

export type FieldKind = 'names' | 'list' | 'verbatim' | 'text'

const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ...[
    'author',
    'editor',
    'editora',
    'editorb',
    'editorc',
    'translator',
    'annotator',
    'commentator',
    'introduction',
    'foreword',
    'afterword',
  ]
    .concat('bookauthor', 'holder', 'shortauthor', 'shorteditor', 'namea', 'nameb', 'namec', 'director')
    .map((name) => [name, 'names'] as const),
  ...['publisher', 'location', 'institution', 'organization', 'origlocation', 'origpublisher', 'language', 'origlanguage']
    .concat('lista', 'listb', 'listc', 'listd', 'liste', 'listf')
    .map((name) => [name, 'list'] as const),
  ...[
    'doi',
    'url',
    'eprint',
    'file',
    'verba',
    'verbb',
    'verbc',
    'crossref',
    'xref',
    'xdata',
    'related',
    'entryset',
    'ids',
    'langid',
    'langidopts',
  ]
    .concat('options', 'date', 'eventdate', 'origdate', 'urldate', 'relatedtype', 'relatedoptions', 'gender', 'execute')
    .map((name) => [name, 'verbatim'] as const),
])

export function fieldKindOf(name: string): FieldKind {
  return kinds.get(name) ?? (name.startsWith('bdsk-') && /^bdsk-(?:file|url)-\d+$/.test(name) ? 'verbatim' : 'text')
}

/** Where the number of an entry is that of an issue; elsewhere it is that of a report, a patent, or a volume in a series. */
export function hasIssues(entryType: string): boolean {
  return entryType === 'article' || entryType === 'suppperiodical' || entryType === 'periodical'
}

/**
 * What an entry takes over from the one that its `crossref` names, and from those that its `xdata` names (biblatex manual, 2.4.1 and
 * appendix B; btxdoc for all types that biblatex has no rule for: every field that the entry lacks). A field that the entry
 * has, be it empty, is never taken over. A title becomes the booktitle, maintitle or journaltitle of what stands in that book; one
 * that the parent says itself goes before it. What is said of one record alone (key, notes, options) stays with it.
 */
export type Inheritable<Value> = {
  readonly type: string
  readonly fields: ReadonlyMap<string, Value>
}

const deepest = 5

export function inheritFields<Value>(
  record: Inheritable<Value>,
  find: (key: string) => Inheritable<Value> | undefined,
  textOf: (value: Value) => string,
): ReadonlyMap<string, Value> {
  return inherit(record, { find, textOf, depth: 0 })
}

type Lookup<Value> = {
  readonly find: (key: string) => Inheritable<Value> | undefined
  readonly textOf: (value: Value) => string
  readonly depth: number
}

function inherit<Value>(record: Inheritable<Value>, lookup: Lookup<Value>): ReadonlyMap<string, Value> {
  const { fields } = record
  const xdata = fields.get('xdata')
  const crossref = fields.get('crossref')
  if ((xdata === undefined && crossref === undefined) || lookup.depth >= deepest) return fields
  const taken = new Map(fields)
  for (const key of xdata === undefined ? [] : lookup.textOf(xdata).split(','))
    takeFrom(taken, record.type, { key, lookup, isXdata: true })
  if (crossref !== undefined) takeFrom(taken, record.type, { key: lookup.textOf(crossref), lookup, isXdata: false })
  return taken
}

type Parent<Value> = { readonly key: string; readonly lookup: Lookup<Value>; readonly isXdata: boolean }

function takeFrom<Value>(taken: Map<string, Value>, type: string, { key, lookup, isXdata }: Parent<Value>): void {
  const parent = lookup.find(key.trim().toLowerCase())
  if (parent === undefined) return
  const prefix = isXdata ? null : titlePrefix(type, parent.type)
  const fields = inherit(parent, { ...lookup, depth: lookup.depth + 1 })
  for (const [name, value] of fields) {
    const isOwn = ownFields.has(name) || (prefix !== null && titleFields.has(name))
    if (!isOwn && !taken.has(name) && !taken.has(sameAs.get(name) ?? '')) taken.set(name, value)
  }
  if (prefix === null) return
  for (const name of ['title', 'subtitle', 'titleaddon']) {
    const value = fields.get(name)
    const target = prefix + name
    if (value !== undefined && !taken.has(target)) taken.set(target, value)
  }
  const author = fields.get('author')
  if (
    prefix === 'book' &&
    type !== 'inproceedings' &&
    author !== undefined &&
    !taken.has('bookauthor') &&
    /^(?:mv)?book$/.test(parent.type)
  ) {
    taken.set('bookauthor', author)
  }
}

/** What the parent's title is for the child: `booktitle`, `maintitle`, `journaltitle`, or a title like its own (`null`). */
function titlePrefix(child: string, parent: string): 'book' | 'main' | 'journal' | null {
  const pair = `${parent}>${child}`
  if (/^mv(?:book|collection|proceedings|reference)>/.test(pair)) return 'main'
  if (/^periodical>(?:article|suppperiodical)$/.test(pair)) return 'journal'
  const isPart = /^(?:book|collection|proceedings|reference)>(?:in|bookinbook|supp|conference)/.test(pair)
  return isPart ? 'book' : null
}

const titleFields: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'titleaddon', 'shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'],
])

const sameAs: ReadonlyMap<string, string> = new Map([
  ['date', 'year'],
  ['year', 'date'],
])

const ownFields: ReadonlySet<string> = new Set([
  ...[
    'ids',
    'crossref',
    'xref',
    'xdata',
    'entryset',
    'entrysubtype',
    'execute',
    'label',
    'options',
    'presort',
    'related',
    'relatedoptions',
  ],
  ...[
    'relatedstring',
    'relatedtype',
    'shorthand',
    'shorthandintro',
    'sortkey',
    'abstract',
    'annotation',
    'comment',
    'doi',
    'eprint',
  ],
  ...[
    'eprintclass',
    'eprinttype',
    'file',
    'groups',
    'keywords',
    'owner',
    'pages',
    'pagetotal',
    'readstatus',
    'timestamp',
    'url',
    'urldate',
  ],
])

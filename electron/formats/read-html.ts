/**
 * Crossref, and programs that copy from it, write HTML into the fields of any format: `H<sub>2</sub>O`, `Taylor &amp; Francis`. Read as
 * such when a file is imported; a file that Octavo wrote says what it says.
 */
import type { Author } from '../../db/model/author.ts'
import type { Draft } from '../../db/model/draft.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import { decodeEntities } from '../../db/model/html-entities.ts'
import { readRichText } from '../../db/model/read-rich-text.ts'
import { fieldKindOf } from './bibtex/field-names.ts'

export function readHtml(fields: EntryFields): EntryFields {
  const { title = '', abstract = '', venue = '', url = '', authors = [], extra = noExtra } = fields
  const texts = { title, abstract, venue, url }
  const hasNames = authors.some(hasEntity)
  if (!(hasNames || hasHtml(title) || hasHtml(abstract) || hasHtml(venue) || hasHtml(url) || Object.values(extra).some(hasHtml)))
    return fields
  const read = Object.entries(texts).filter(([, text]) => hasHtml(text))
  const readExtra = Object.entries(extra).filter(([name, text]) => hasHtml(text) && isText(name))
  return {
    ...fields,
    ...(hasNames ? { authors: authors.map(readAuthor) } : {}),
    ...Object.fromEntries(read.map(readNamed)),
    ...(readExtra.length === 0 ? {} : { extra: { ...extra, ...Object.fromEntries(readExtra.map(readNamed)) } }),
  }
}

const noExtra: Readonly<Record<string, string>> = {}

function readNamed([name, text]: readonly [string, string]): readonly [string, string] {
  return [name, readRichText(text)]
}

export function withoutHtml(draft: Draft): Draft {
  const fields = readHtml(draft.fields)
  return fields === draft.fields ? draft : { ...draft, fields }
}

function isText(field: string): boolean {
  return fieldKindOf(field) !== 'verbatim'
}

function hasEntity(author: Author): boolean {
  return 'literal' in author ? author.literal.includes('&') : author.family.includes('&') || author.given?.includes('&') === true
}

function readAuthor(author: Author): Author {
  if ('literal' in author) return { literal: decodeEntities(author.literal) }
  return { family: decodeEntities(author.family), given: author.given === null ? null : decodeEntities(author.given) }
}

function hasHtml(text: string): boolean {
  return (text.includes('&') || text.includes('<')) && html.test(text)
}

const html = /&(?:[a-z]{2,8}\d{0,2}|#\d{2,7}|#x[\da-f]{2,6});|<\/[a-z:]+>/i

/**
 * Crossref, and programs that copy from it, write HTML into the fields of any format: `H<sub>2</sub>O`, `Taylor &amp; Francis`. Read as
 * such when a file is imported; a file that Octavo wrote says what it says.
 */
import type { Draft } from '../../db/model/draft.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import { readRichText } from '../../db/model/read-rich-text.ts'
import { fieldKindOf } from './bibtex/field-names.ts'

export function readHtml(fields: EntryFields): EntryFields {
  const { title = '', abstract = '', venue = '', url = '', extra } = fields
  const extras = extra === undefined ? [] : Object.entries(extra).filter(([name, text]) => hasHtml(text) && isText(name))
  const texts = Object.entries({ title, abstract, venue, url }).filter(([, text]) => hasHtml(text))
  if (texts.length + extras.length === 0) return fields
  return {
    ...fields,
    ...Object.fromEntries(texts.map(([name, text]) => [name, readRichText(text)])),
    ...(extra === undefined
      ? {}
      : { extra: { ...extra, ...Object.fromEntries(extras.map(([name, text]) => [name, readRichText(text)])) } }),
  }
}

export function withoutHtml(draft: Draft): Draft {
  const fields = readHtml(draft.fields)
  return fields === draft.fields ? draft : { ...draft, fields }
}

function isText(field: string): boolean {
  const kind = fieldKindOf(field)
  return kind === 'text' || kind === 'list'
}

function hasHtml(text: string): boolean {
  return (text.includes('&') || text.includes('<')) && html.test(text)
}

const html = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,7}|#x[\da-f]{2,6});|<\/[a-z:]+>/i

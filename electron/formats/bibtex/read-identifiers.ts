/** Addresses and identifiers, which a .bib holds verbatim, or escaped by programs that know no better. */

export function readVerbatim(value: string): string {
  if (!/[\s\\{$]/.test(value)) return value
  return unwrap(value.replace(/\s+/g, ' ').trim())
    .replace(/\\(?:url|path|nolinkurl)\{([^{}]*)\}/g, '$1')
    .replace(/\{?\\textasciitilde\s*(?:\{\})?\}?|\\~\{\}|\$\\sim\$/g, '~')
    .replace(/\{\\([_&%#$~])\}|\\([_&%#$~])/g, '$1$2')
    .replace(/\$([<>])\$/g, '$1')
    .replace(namedSign, (_all, framed?: string, bare?: string) => signs.get(framed ?? bare ?? '') ?? '')
}

/** As Mendeley writes them, for example in the DOIs that are made of SICIs. */
const namedSign =
  /[{$]\\(text(?:less|greater|underscore|backslash)|backslash)(?:\{\})?[}$]|\\(text(?:less|greater|underscore|backslash))(?:\{\}| |(?![A-Za-z]))/g

const signs: ReadonlyMap<string, string> = new Map([
  ['textless', '<'],
  ['textgreater', '>'],
  ['textunderscore', '_'],
  ['textbackslash', '\\'],
  ['backslash', '\\'],
])

/** Braces around the whole value. */
function unwrap(text: string): string {
  return /^\{[^{}]*\}$/.test(text) ? text.slice(1, -1).trim() : text
}

/** As `Fields.doi` has it, or null. */
export function readDoi(text: string): string | null {
  const doi = text
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*|doi\s+)/i, '')
    .trim()
    .toLowerCase()
  return /^10\.\d[^\s/]*\/\S+$/.test(doi) ? doi : null
}

export function isDoiAddress(text: string): boolean {
  return /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(text)
}

const arxivId = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/

/** As `Fields.arxivId` has it, or null. */
export function readArxivId(text: string): string | null {
  if (text === '') return null
  const id = withoutArchive(text).replace(/v\d+$/i, '')
  return arxivId.test(id) ? id : null
}

/** A number of arXiv, with its version, without its address, prefix or class. */
export function withoutArchive(text: string): string {
  return text.replace(/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/i, '').replace(/\.pdf$| ?\[[\w.-]+\]$/i, '')
}

/** The identifier that a journal (`arXiv preprint arXiv:1706.03762`), DOI or address of arXiv names, or a volume of CoRR (`abs/1706.03762`). */
export function findArxivId(text: string): string | null {
  if (text.startsWith('abs/')) return readArxivId(text.slice('abs/'.length))
  if (!/arxiv/i.test(text)) return null
  const found = /(?:arxiv:\s*|10\.48550\/arxiv\.|arxiv\.org\/(?:abs|pdf)\/)([a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})/i.exec(
    text,
  )?.[1]
  return found === undefined ? null : readArxivId(found)
}

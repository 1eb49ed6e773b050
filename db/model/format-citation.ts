export const citationStyles = ['latex', 'pandoc', 'typst'] as const

export type CitationStyle = (typeof citationStyles)[number]

/** As an author types it, or as readers see it: in a style of references. */
export const citationForms = [...citationStyles, 'formatted'] as const

export type CitationForm = (typeof citationForms)[number]

/** What an author types to cite papers: `\cite{a,b}`, `[@a; @b]`, `@a @b`. */
export function formatCitation(citationKeys: readonly string[], style: CitationStyle): string {
  switch (style) {
    case 'latex':
      return `\\cite{${citationKeys.join(',')}}`
    case 'pandoc':
      return `[${citationKeys.map(formatPandocKey).join('; ')}]`
    case 'typst':
      return citationKeys.map(formatTypstKey).join(' ')
  }
}

/** Pandoc reads a key up to punctuation at its end, or two marks in a row. */
function formatPandocKey(key: string): string {
  return /[^A-Za-z0-9_]{2}|[^A-Za-z0-9_]$/.test(key) ? `@{${key}}` : `@${key}`
}

/** A reference of Typst knows letters, digits and `_ - : .`, the last two not at the end; other labels are given as text. */
function formatTypstKey(key: string): string {
  return /^[A-Za-z0-9_](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_-])?$/.test(key) ? `@${key}` : `#cite(label("${key}"))`
}

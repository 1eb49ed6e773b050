/** What can be chosen beside the format itself. */
export type ExportOption = 'abstracts' | 'notes' | 'keywords' | 'byStatus' | 'files' | 'escapes'

export type ExportOptions = { readonly [Name in 'abstracts' | 'notes' | 'keywords' | 'byStatus']: boolean } & {
  /** Where a paper's own files are, as another program noted it; in unless it is false. */
  readonly files?: boolean | undefined
  /** Commands of LaTeX for letters outside ASCII, where there are any. */
  readonly escapes?: boolean | undefined
}

export type ExportFormatId = 'bibtex' | 'biblatex' | 'csl-json' | 'ris' | 'hayagriva' | 'markdown'

export type ExportFormat = {
  readonly id: ExportFormatId
  readonly name: string
  /** Of its files, with the dot. */
  readonly extension: string
  /** The options that change something in it. */
  readonly options: readonly ExportOption[]
}

/** The formats that bibliographies are written in, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'bibtex', name: 'BibTeX', extension: '.bib', options: ['abstracts', 'notes', 'keywords', 'files', 'escapes'] },
  { id: 'biblatex', name: 'BibLaTeX', extension: '.bib', options: ['abstracts', 'notes', 'keywords', 'files', 'escapes'] },
  { id: 'csl-json', name: 'CSL JSON', extension: '.json', options: ['abstracts', 'notes', 'keywords'] },
  { id: 'ris', name: 'RIS', extension: '.ris', options: ['abstracts', 'notes', 'keywords'] },
  { id: 'hayagriva', name: 'Hayagriva (Typst)', extension: '.yml', options: ['abstracts', 'notes'] },
  { id: 'markdown', name: 'Markdown', extension: '.md', options: ['abstracts', 'notes', 'keywords', 'byStatus'] },
]

/** References in a style for a text to be read: no keys stand in them, and no program reads them back. */
export const formattedReferences = { id: 'formatted', name: 'Formatted', extension: '.html' } as const

export const exportFormatIds = exportFormats.map(({ id }) => id)

export const exportOrders = ['list', 'key'] as const

/** The order of the list that was exported, or that of the citation keys. */
export type ExportOrder = (typeof exportOrders)[number]

export function exportFormatOf(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id)
}

import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'

/** A library and its exports, which lie as `bibtex.bib`, `biblatex.bib` and `csl.json` in a folder of its own. */
export type JudgedLibrary = { readonly name: string; readonly folder: string; readonly papers: readonly BibliographyPaper[] }

/** What one judge says: figures for the reader, and problems, each of which fails the run. */
export type Verdict = { readonly figures: string; readonly problems: readonly string[] }

export type Judge = (library: JudgedLibrary) => Verdict

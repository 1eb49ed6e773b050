import type { PaperFields } from './fields.ts'
import type { Paper } from './paper.ts'

/** What bibliographies say of a paper: its settled fields, the key it is cited by, where its title comes from, and its tags. */
export type BibliographyPaper = Pick<Paper, keyof PaperFields | 'citationKey' | 'titleOrigin' | 'tags'>

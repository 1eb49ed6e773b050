import { issueExportedKeys } from '../../db/citation-keys.ts'
import { readPapers } from '../../db/queries/papers.ts'
import { formatBibtex } from '../formats/format-bibtex.ts'
import type { HandlersOf } from './contract.ts'

export const bibliographyHandlers = {
  /** A key that stands in an exported text has left the program: it is issued before anyone sees it. */
  'bibliography:export': (db, { paperIds, format, at, ...options }) => {
    const papers = readPapers(db, paperIds)
    issueExportedKeys(db, { papers, at })
    return formatBibtex(papers, { ...options, dialect: format })
  },
} satisfies HandlersOf<'bibliography'>

import { issueExportedKeys } from '../../db/citation-keys.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { type CitationStyle, formatCitation } from '../../db/model/format-citation.ts'
import { readKeys, readPapers } from '../../db/queries/papers.ts'
import { readCitingSettings, setCitingSettings } from '../../db/queries/settings.ts'
import { exportPapers } from '../export-papers.ts'
import { formatInText, formatReferences } from '../formats/csl/format-references.ts'
import { inOrder, writeBibliography } from '../formats/write-bibliography.ts'
import { loadReferenceProcessor } from '../reference-processor.ts'
import type { HandlersOf } from './contract.ts'

/** More than fills a window. */
const previewed = 20

export const bibliographyHandlers = {
  'bibliography:export': exportPapers,
  'bibliography:preview': (db, { paperIds, ...request }) =>
    writeBibliography(readPapers(db, paperIds.slice(0, previewed)), request).text,
  'bibliography:cite': citePapers,
  'bibliography:format': function* (db, { paperIds, order, style }) {
    return yield* formatReferences(inOrder(readPapers(db, paperIds), order), loadReferenceProcessor(style))
  },
  // biome-ignore lint/correctness/useYield: a citation is short, and one step.
  'bibliography:citeInText': function* (db, { paperIds, style }) {
    return formatInText(readPapers(db, paperIds), loadReferenceProcessor(style))
  },
  'bibliography:issueKeys': (db, { paperIds, at }) => issueExportedKeys(db, { papers: readKeys(db, paperIds), at }),
} satisfies HandlersOf<'bibliography'>

export const citingHandlers = {
  'citing:settings': readCitingSettings,
  'citing:set': setCitingSettings,
} satisfies HandlersOf<'citing'>

function citePapers(
  db: WritableDatabase,
  { paperIds, style, at }: { paperIds: readonly number[]; style: CitationStyle; at: string },
): string {
  const papers = readKeys(db, paperIds)
  issueExportedKeys(db, { papers, at })
  return formatCitation(
    papers.map(({ citationKey }) => citationKey),
    style,
  )
}

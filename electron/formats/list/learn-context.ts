import { voteNameConvention } from '../../../db/model/author-names.ts'
import type { InSteps } from './in-steps.ts'
import { learnHyphenation } from './learn-hyphenation.ts'
import type { Role } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import { type ListRecord, type ReadingContext, readParagraphs } from './read-record.ts'
import { learnTitlePrefixes } from './title-prefixes.ts'

/** What only the whole source can tell. */
export function* learnContext(lines: readonly ListLine[], records: readonly ListRecord[]): InSteps<ReadingContext> {
  const hyphenation = learnHyphenation(lines)
  yield
  const textsOf = (role: Role) =>
    records.flatMap((record) =>
      record.filter((part) => part.role === role).map((part) => readParagraphs(part, hyphenation).join(' ')),
    )
  const convention = voteNameConvention(textsOf('authors'))
  yield
  return {
    hyphenation,
    convention,
    titlePrefixes: learnTitlePrefixes(textsOf('title')),
    hasNumberedAbstracts: learnTitlePrefixes(records.map(firstLineOf)).hasNumbers,
  }
}

/** What opens a record that has no title. */
function firstLineOf(record: ListRecord): string {
  return record[0]?.role === 'abstract' ? (record[0].paragraphs[0]?.[0]?.text ?? '') : ''
}

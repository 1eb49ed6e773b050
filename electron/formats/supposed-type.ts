/**
 * The entry type of a paper whose source names none, by where it appeared. The first of these that holds:
 * 1. with a volume or an issue, it is an article of a journal;
 * 2. a venue that names a server of preprints says that it is none of these;
 * 3. the proceedings that learned societies publish as journals (`Proceedings of the IEEE`) have articles;
 * 4. proceedings, conferences and meetings, and a venue with its year (`ICLR 2025`, `CHI '19`), have papers;
 * 5. what calls itself a journal, transactions, letters, reviews … has articles.
 */
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'

type Appeared = Pick<BibliographyPaper, 'venue' | 'volume' | 'issue'>

/** `''` where nothing tells. */
export function supposedType({ venue, volume, issue }: Appeared): 'article' | 'inproceedings' | '' {
  if (venue === null || venue === '') return ''
  if (volume !== null || issue !== null) return 'article'
  if (isPreprintServer(venue)) return ''
  if (societyProceedings.test(venue)) return 'article'
  if (meeting.test(venue)) return 'inproceedings'
  return journal.test(venue) ? 'article' : ''
}

export function isPreprintServer(venue: string): boolean {
  return /\b(?:(?:ar|bio|med|chem|tech|psy)[Rr]?xiv|CoRR|SSRN|preprints?)\b/i.test(venue)
}

const societyProceedings =
  /^proceedings of (?:the )?(?:IEEE$|national academy|royal society|VLDB|ACM on|(?:american|london) mathematical society)/i
const meeting =
  /\b(?:proceedings|conference|symposi(?:um|a)|workshops?|congress|colloquium|meeting)\b|\b(?:proc|conf|symp)\.|\b(?:19|20)\d\d\b|[’']\d\d\b/i
const journal =
  /\b(?:journal|transactions|letters|reviews?|annals|bulletin|magazine|archives?|quarterly|acta|zeitschrift|revue|revista|rivista)\b|(?:^|\s)(?:J|Trans|Lett|Rev|Ann|Bull)\./i

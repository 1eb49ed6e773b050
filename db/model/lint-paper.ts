import { fieldText } from './field-value.ts'
import * as names from './lint-names.ts'
import * as publication from './lint-publication.ts'
import { type Finding, type LintCode, type LintedPaper, type LintRule, lintCodes } from './lint-rule.ts'
import * as texts from './lint-texts.ts'

/** What tells papers of the library from each other is found beside it: see `db/queries/lint.ts`. */
type OwnCode = Exclude<LintCode, 'duplicate-doi' | 'duplicate-title'>

const rules: { readonly [Code in OwnCode]: LintRule } = {
  'missing-authors': publication.missingAuthors,
  'missing-year': publication.missingYear,
  'provisional-title': publication.provisionalTitle,
  'title-full-stop': texts.titleFullStop,
  'title-capitals': texts.titleCapitals,
  'abstract-label': texts.abstractLabel,
  'markup-left': texts.markupLeft,
  'broken-characters': texts.brokenCharacters,
  'unbalanced-markup': texts.unbalancedMarkup,
  'name-capitals': names.nameCapitals,
  'name-digits': names.nameDigits,
  'name-initials': names.nameInitials,
  'name-et-al': names.nameEtAl,
  'name-affiliation': names.nameAffiliation,
  'name-comma': names.nameComma,
  'year-range': publication.yearRange,
  'pages-words': publication.pagesWords,
  'pages-order': publication.pagesOrder,
  'pages-dash': publication.pagesDash,
  'journal-as-proceedings': publication.journalAsProceedings,
  'proceedings-as-journal': publication.proceedingsAsJournal,
  'doi-malformed': publication.doiMalformed,
  'arxiv-malformed': publication.arxivMalformed,
  'url-malformed': publication.urlMalformed,
  'doi-in-url': publication.doiInUrl,
}

/** What the problems of one kind are called together. */
export const lintLabels: { readonly [Code in LintCode]: string } = {
  'missing-authors': 'No authors',
  'missing-year': 'No year',
  'provisional-title': 'No title of their own',
  'duplicate-doi': 'Same DOI as another',
  'duplicate-title': 'Same title as another',
  'title-full-stop': 'Title ends in a full stop',
  'title-capitals': 'Title in capitals',
  'abstract-label': 'Abstract says “Abstract”',
  'markup-left': 'Marks of a web page',
  'broken-characters': 'Lost characters',
  'unbalanced-markup': 'Braces or dollars alone',
  'name-capitals': 'Names in capitals',
  'name-digits': 'Digits in names',
  'name-initials': 'Initials as family name',
  'name-et-al': '“et al.” as a name',
  'name-affiliation': 'Affiliations as names',
  'name-comma': 'Unclear names',
  'year-range': 'Impossible year',
  'pages-words': 'Words before pages',
  'pages-order': 'Pages run backwards',
  'pages-dash': 'Hyphen between pages',
  'journal-as-proceedings': 'Journal as proceedings',
  'proceedings-as-journal': 'Proceedings as journal',
  'doi-malformed': 'Not a DOI',
  'arxiv-malformed': 'Not an arXiv id',
  'url-malformed': 'Not an address',
  'doi-in-url': 'DOI as address',
}

/** What a look at the paper alone finds, in the order of the codes. */
export function lintPaper(paper: LintedPaper, thisYear: number): readonly Finding[] {
  return lintCodes.flatMap((code) => {
    if (code === 'duplicate-doi' || code === 'duplicate-title') return []
    return rules[code](paper, thisYear).map((trouble) => ({ code, ...trouble, value: fieldText(paper, trouble.field) }))
  })
}

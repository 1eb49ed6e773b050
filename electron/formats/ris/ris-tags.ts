/**
 * The types and tags of RIS beside the names of biblatex's data model, one table for reading and writing: of several rows with the same
 * name the first is taken. The types are those of both specifications (Research Information Systems 2001, Thomson Reuters 2011); of
 * tags that the two use differently, the meaning on which they agree, or that most programs write, is taken. A tag without a field here
 * is kept as `ris-c1`, and written again.
 */

export const risTypes: ReadonlyArray<readonly [entryType: string, risType: string]> = [
  ['article', 'JOUR'],
  ['article', 'EJOUR'],
  ['article', 'MGZN'],
  ['article', 'NEWS'],
  ['article', 'INPR'],
  ['article', 'ABST'],
  ['suppperiodical', 'JOUR'],
  ['periodical', 'JFULL'],
  ['periodical', 'SER'],
  ['book', 'BOOK'],
  ['book', 'EBOOK'],
  ['book', 'CLSWK'],
  ['mvbook', 'BOOK'],
  ['manual', 'BOOK'],
  ['collection', 'EDBOOK'],
  ['mvcollection', 'EDBOOK'],
  ['reference', 'EDBOOK'],
  ['mvreference', 'EDBOOK'],
  ['incollection', 'CHAP'],
  ['incollection', 'ECHAP'],
  ['inbook', 'CHAP'],
  ['bookinbook', 'CHAP'],
  ['suppbook', 'CHAP'],
  ['suppcollection', 'CHAP'],
  ['inproceedings', 'CONF'],
  ['inproceedings', 'CPAPER'],
  ['conference', 'CONF'],
  ['proceedings', 'CONF'],
  ['mvproceedings', 'CONF'],
  ['thesis', 'THES'],
  ['phdthesis', 'THES'],
  ['mastersthesis', 'THES'],
  ['report', 'RPRT'],
  ['report', 'GOVDOC'],
  ['techreport', 'RPRT'],
  ['online', 'ELEC'],
  ['online', 'WEB'],
  ['online', 'BLOG'],
  ['online', 'ICOMM'],
  ['dataset', 'DATA'],
  ['dataset', 'AGGR'],
  ['software', 'COMP'],
  ['patent', 'PAT'],
  ['unpublished', 'UNPB'],
  ['unpublished', 'MANSCPT'],
  ['booklet', 'PAMP'],
  ['inreference', 'ENCYC'],
  ['inreference', 'DICT'],
  ['audio', 'SOUND'],
  ['music', 'MUSIC'],
  ['video', 'VIDEO'],
  ['video', 'MPCT'],
  ['artwork', 'ART'],
  ['image', 'FIGURE'],
  ['letter', 'PCOMM'],
  ['legislation', 'STAT'],
  ['legislation', 'BILL'],
  ['jurisdiction', 'CASE'],
  ['standard', 'STAND'],
  ['misc', 'GEN'],
]

export type TagKind = 'text' | 'list' | 'names' | 'date'

/** Beside title, author, venue and the other usual fields. */
export const risTags: ReadonlyArray<readonly [field: string, tag: string, kind: TagKind]> = [
  ['editor', 'ED', 'names'],
  ['editor', 'A2', 'names'],
  ['collection-editor', 'A3', 'names'],
  ['translator', 'A4', 'names'],
  ['publisher', 'PB', 'list'],
  ['location', 'CY', 'list'],
  ['location', 'PP', 'list'],
  ['location', 'PI', 'list'],
  ['series', 'T3', 'text'],
  ['edition', 'ET', 'text'],
  ['version', 'ET', 'text'],
  ['isbn', 'SN', 'text'],
  ['issn', 'SN', 'text'],
  ['shorttitle', 'ST', 'text'],
  ['shortjournal', 'J2', 'text'],
  ['volumes', 'NV', 'text'],
  ['chapter', 'SE', 'text'],
  ['type', 'M3', 'text'],
  ['eid', 'C7', 'text'],
  ['language', 'LA', 'list'],
  ['library', 'CN', 'text'],
  ['urldate', 'Y2', 'date'],
  ['origtitle', 'OP', 'text'],
  ['file', 'L1', 'text'],
  ['source', 'DP', 'text'],
]

/** The kinds of thesis that have a type of their own. */
export const thesisTypes: ReadonlyArray<readonly [entryType: string, name: string]> = [
  ['phdthesis', 'PhD thesis'],
  ['mastersthesis', "Master's thesis"],
]

/** Undefined for a type that biblatex lacks. */
export function entryTypeOf(risType: string, thesisType: string | undefined): string | undefined {
  const byName = risType === 'THES' ? thesisTypes.find(([, name]) => name === thesisType)?.[0] : undefined
  return byName ?? risTypes.find(([, name]) => name === risType)?.[0]
}

/** The tag that says the number of a work: its own for reports and patents, else that in a series. */
export function numberTagOf(risType: string): string {
  return risType === 'RPRT' || risType === 'PAT' || risType === 'STAND' ? 'SN' : 'M1'
}

import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'

export type Dialect = 'bibtex' | 'biblatex'

/** What an entry is called, and under which field such an entry says where it appeared. */
export type EntryForm = { readonly entryType: string; readonly venueField: string }

/**
 * The entry type that the paper says, if the dialect has it or a near relation of it. Without one, a venue with volume or issue is a
 * journal's; everything else, a bare arXiv number too, is `misc`.
 */
export function entryFormOf(paper: BibliographyPaper, dialect: Dialect): EntryForm {
  const isMasters = dialect === 'bibtex' && paper.entryType === 'thesis' && /^ma/i.test(paper.extra.type ?? '')
  const said = entryForms.get(isMasters ? 'mastersthesis' : (paper.entryType?.trim().toLowerCase() ?? ''))
  if (said !== undefined) return said[dialect]
  const isJournal = paper.venue !== null && (paper.volume !== null || paper.issue !== null)
  return (isJournal ? journalArticle : anythingElse)[dialect]
}

/** Under which field an imported entry of this type says where the work appeared, under biblatex's name. */
export function venueFieldOf(entryType: string): string {
  return (entryForms.get(entryType) ?? anythingElse).biblatex.venueField
}

type FormPair = { readonly [Name in Dialect]: EntryForm }

function form(bibtex: string, biblatex: string = bibtex): FormPair {
  return { bibtex: entryForm(bibtex), biblatex: entryForm(biblatex) }
}

function entryForm(typeAndField: string): EntryForm {
  const [entryType = '', venueField = ''] = typeAndField.split(' ')
  return { entryType, venueField }
}

const journalArticle = form('article journal', 'article journaltitle')
const anythingElse = form('misc howpublished')

/** The types of BibTeX (btxdoc, 1988) and those of biblatex that BibTeX lacks; `conference` is an old name of `inproceedings`. */
const entryForms: ReadonlyMap<string, FormPair> = new Map([
  ['article', journalArticle],
  ['book', form('book series')],
  ['booklet', form('booklet howpublished')],
  ['conference', form('inproceedings booktitle')],
  ['inbook', form('inbook booktitle')],
  ['incollection', form('incollection booktitle')],
  ['inproceedings', form('inproceedings booktitle')],
  ['manual', form('manual organization')],
  ['mastersthesis', form('mastersthesis school', 'mastersthesis institution')],
  ['misc', anythingElse],
  ['phdthesis', form('phdthesis school', 'phdthesis institution')],
  ['proceedings', form('proceedings series')],
  ['techreport', form('techreport institution')],
  ['unpublished', form('unpublished note', 'unpublished howpublished')],
  ['artwork', form('misc howpublished', 'artwork howpublished')],
  ['audio', form('misc howpublished', 'audio howpublished')],
  ['bookinbook', form('inbook booktitle', 'bookinbook booktitle')],
  ['collection', form('book series', 'collection series')],
  ['dataset', form('misc howpublished', 'dataset organization')],
  ['inreference', form('incollection booktitle', 'inreference booktitle')],
  ['mvbook', form('book series', 'mvbook series')],
  ['mvcollection', form('book series', 'mvcollection series')],
  ['mvproceedings', form('proceedings series', 'mvproceedings series')],
  ['mvreference', form('book series', 'mvreference series')],
  ['online', form('misc howpublished', 'online organization')],
  ['patent', form('misc howpublished', 'patent howpublished')],
  ['periodical', form('misc howpublished', 'periodical series')],
  ['reference', form('book series', 'reference series')],
  ['report', form('techreport institution', 'report institution')],
  ['set', form('misc howpublished', 'set howpublished')],
  ['software', form('misc howpublished', 'software organization')],
  ['suppbook', form('inbook booktitle', 'suppbook booktitle')],
  ['suppcollection', form('incollection booktitle', 'suppcollection booktitle')],
  ['suppperiodical', form('article journal', 'suppperiodical journaltitle')],
  ['thesis', form('phdthesis school', 'thesis institution')],
  ['video', form('misc howpublished', 'video howpublished')],
])

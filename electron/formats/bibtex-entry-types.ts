import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { supposedType } from './supposed-type.ts'

export type Dialect = 'bibtex' | 'biblatex'

/** What an entry is called, and under which field such an entry says where it appeared. */
export type EntryForm = { readonly entryType: string; readonly venueField: string }

/**
 * The entry type that the paper says, if the dialect has it or a near relation of it; a type of a style's own stays what it is, for that
 * style asks for it. Without one, it is supposed by the venue; everything else, a bare arXiv number too, is `misc`.
 */
export function entryFormOf(paper: BibliographyPaper, dialect: Dialect): EntryForm {
  const isMasters = dialect === 'bibtex' && paper.entryType === 'thesis' && /^ma/i.test(paper.extra.type ?? '')
  const type = paper.entryType?.trim().toLowerCase() || supposedType(paper)
  const said = entryForms.get(isMasters ? 'mastersthesis' : type)
  if (said !== undefined) return said[dialect]
  return ownType.test(type) ? { ...anythingElse[dialect], entryType: type } : anythingElse[dialect]
}

/** What can stand behind the `@` and is no command. */
const ownType = /^(?!(?:comment|preamble|string|xdata)$)[a-z][a-z0-9:.+/_-]*$/

/** For a type that BibTeX lacks, what it is, for `entrysubtype`; else `''`. */
export function subtypeOf(entryType: string | null): string {
  const type = entryType?.trim().toLowerCase() ?? ''
  const form = entryForms.get(type)
  return form === undefined || form.bibtex.entryType === type || type === 'conference' ? '' : type
}

/** The type that a record of BibTeX with this subtype had in biblatex, or null. */
export function typeOfSubtype(type: string, subtype: string): string | null {
  const form = subtype === '' || subtypeOf(subtype) === '' ? undefined : entryForms.get(subtype)
  const isSo = form?.bibtex.entryType === type || (subtype === 'thesis' && type === 'mastersthesis')
  return isSo ? subtype : null
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
  ...[
    'commentary',
    'image',
    'jurisdiction',
    'legal',
    'legislation',
    'letter',
    'movie',
    'music',
    'performance',
    'review',
    'standard',
  ].map((type): [string, FormPair] => [type, form('misc howpublished', `${type} howpublished`)]),
])

import { foldWords } from './fold-words.ts'
import { printSearchText, readInlineMarkup } from './inline-markup.ts'

/** Titles that many works have, as keys. A number may follow: "Editorial 2019", "Appendix 2". */
const genericKeys: ReadonlySet<string> = new Set(
  `abstract, abstracts, acknowledgements, acknowledgments, addendum, announcement, announcements, appendix, author correction,
  author reply, author response, authors reply, authors response, back matter, bibliography, book review, book reviews, books received,
  call for papers, comment, comments, commentary, committees, conclusion, conclusions, contents, contributors, correction, corrections,
  corrigenda, corrigendum, cover, discussion, dedication, editorial, editorial board, editorial note, editors introduction, editors note,
  errata, erratum, foreword, from the editor, from the editors, front matter, front cover, glossary, guest editorial,
  guest editors introduction, guest editorial introduction, in memoriam, in this issue, index, introduction, introduction to the issue,
  introduction to the special issue, introduction to the special section, keynote, letter, letter to the editor, letters,
  letters to the editor, list of reviewers, masthead, message from the chairs, message from the editor, miscellaneous, news, no title,
  note, notes, obituary, organization, overview, panel, poster, posters, preface, preface to the special issue, program, program committee,
  publisher correction, publishers note, references, rejoinder, reply, reply to comments, response, response to comments, results,
  retraction, retraction note, review, reviewers, reviews, special issue, summary, supplement, supplementary information,
  supplementary material, supplementary materials, table of contents, title, title page, unknown, untitled, vorwort, editorische notiz,
  avant propos, éditorial, prefacio, editoriale, введение, предисловие, 前言, 序言, まえがき`
    .split(/,\s+/)
    .map(toKey),
)

/** Equal for two writings of one title: letters and digits of any script, without markup, accents, case or spaces. */
export function titleKey(title: string): string {
  return toKey(printSearchText(readInlineMarkup(title)))
}

/** Whether a title says nothing about which work it names. */
export function isGenericTitle(title: string): boolean {
  return isGenericKey(titleKey(title))
}

export function isGenericKey(key: string): boolean {
  const name = key.replace(/\p{N}+$/u, '')
  return name === '' || genericKeys.has(name)
}

function toKey(text: string): string {
  return foldWords(text).replaceAll(' ', '')
}

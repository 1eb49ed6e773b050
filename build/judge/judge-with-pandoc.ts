import type { Author } from '../../db/model/author.ts'
import { formatAuthor } from '../../db/model/author-names.ts'
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { comparableMarkup, comparableRendering } from './comparable-text.ts'
import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/**
 * Pandoc reads the export as a stranger does; title, authors, abstract, year and DOI must be those of the library.
 * Titles are sentence-cased only for English, so a German locale shows what the file says, and an English one which words keep their case.
 */
export function judgeWithPandoc(library: JudgedLibrary): Verdict {
  const problems = readings.flatMap(({ format, file, language }) =>
    compareAll(library, readWithPandoc(library.folder, { format, file, language }), language).map(
      (problem) => `${format} of ${file}: ${problem}`,
    ),
  )
  return { figures: `${library.papers.length} papers read ${readings.length} times, ${problems.length} differences`, problems }
}

type Reading = { readonly format: string; readonly file: string; readonly language: string }

const asWritten = 'de_DE.UTF-8'
const readings: readonly Reading[] = [
  { format: 'bibtex', file: 'bibtex.bib', language: asWritten },
  { format: 'biblatex', file: 'bibtex.bib', language: asWritten },
  { format: 'biblatex', file: 'biblatex.bib', language: asWritten },
  { format: 'biblatex', file: 'bibtex.bib', language: 'en_US.UTF-8' },
  { format: 'csljson', file: 'csl.json', language: asWritten },
]

type CslName = {
  readonly [Part in 'family' | 'given' | 'suffix' | 'literal' | 'dropping-particle' | 'non-dropping-particle']?: string
}

type CslItem = {
  readonly id: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly abstract?: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly DOI?: string
}

function readWithPandoc(folder: string, { format, file, language }: Reading): readonly CslItem[] {
  const { exitCode, output, errors } = runTool(folder, ['pandoc', '-f', format, '-t', 'csljson', file], language)
  if (exitCode !== 0) throw new Error(`pandoc could not read ${file}: ${errors}`)
  return JSON.parse(output)
}

function compareAll({ papers }: JudgedLibrary, items: readonly CslItem[], language: string): readonly string[] {
  const counts = items.length === papers.length ? [] : [`${items.length} entries read, ${papers.length} papers in the library`]
  const itemsByKey = new Map(items.map((item) => [item.id, item]))
  const differences = papers.flatMap((paper) => {
    const item = itemsByKey.get(paper.citationKey)
    return item === undefined ? [`${paper.citationKey} is not there`] : comparePaper(paper, item, language)
  })
  return [...counts, ...differences]
}

function comparePaper(paper: BibliographyPaper, item: CslItem, language: string): readonly string[] {
  const said = comparedFields(paper)
  const read = {
    title: comparableRendering(item.title ?? ''),
    authors: (item.author ?? []).map(nameRead).join('; '),
    abstract: comparableRendering(item.abstract ?? ''),
    year: String(item.issued?.['date-parts'][0]?.[0] ?? ''),
    doi: item.DOI ?? '',
  }
  if (language !== asWritten) return compareCase(paper.citationKey, said.title, read.title)
  const names = ['title', 'authors', 'abstract', 'year', 'doi'] as const
  return names
    .filter((name) => said[name] !== read[name])
    .map((name) => difference(`${paper.citationKey}, ${name}`, said[name], read[name]))
}

function comparedFields(paper: BibliographyPaper): {
  readonly [Name in 'title' | 'authors' | 'abstract' | 'year' | 'doi']: string
} {
  const title = comparableMarkup(paper.title ?? '')
  const names = paper.authors.map(nameSaid)
  return {
    title: paper.titleOrigin === 'provisional' ? `[${title}]` : title,
    authors: (paper.andOthers && names.length > 0 ? [...names, 'others'] : names).join('; '),
    abstract: comparableMarkup(paper.abstract ?? ''),
    year: String(paper.year ?? ''),
    doi: paper.doi ?? '',
  }
}

function nameSaid(author: Author): string {
  return comparableMarkup(formatAuthor(author))
}

function nameRead(name: CslName): string {
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter((part) => part !== undefined)
  const family = [
    ...particles.map((particle) => (/[-'’]$/.test(particle) ? particle : `${particle} `)),
    name.family ?? name.literal,
  ].join('')
  return comparableRendering([family, name.given, name.suffix].filter((part) => part !== undefined).join(', '))
}

/** Sentence case may lower a word that has one capital, its first letter; nothing else may change. */
function compareCase(key: string, said: string, read: string): readonly string[] {
  const wordsRead = read.split(' ')
  const changed = said.split(' ').filter((word, index) => {
    const wordRead = wordsRead[index] ?? ''
    return wordRead !== word && (wordRead.toLowerCase() !== word.toLowerCase() || /[\p{L}\p{N}]\p{Lu}/u.test(word))
  })
  return changed.length === 0 ? [] : [difference(`${key}, case of title`, said, read)]
}

function difference(what: string, said: string, read: string): string {
  let start = 0
  while (start < said.length && said[start] === read[start]) start++
  const from = Math.max(0, start - 20)
  return `${what}: "${said.slice(from, start + 60)}" was read as "${read.slice(from, start + 60)}"`
}

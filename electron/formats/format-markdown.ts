/**
 * A reading list in Markdown, as GitHub, Obsidian and pandoc read it: a checkbox for each paper, ticked when it is read, its title linked to
 * where the paper is, then authors, venue and year; tags, abstract and notes below where they are wanted. By status, each under its heading.
 */

import { assertNever } from '../../db/model/assert-never.ts'
import { formatAuthor } from '../../db/model/author-names.ts'
import type { ExportOptions } from '../../db/model/export-formats.ts'
import { readInlineMarkup } from '../../db/model/inline-markup.ts'
import { printMarkdown } from '../../db/model/print-markdown.ts'
import { type Status, statuses } from '../../db/model/status.ts'
import { cleanText, toVerbatim } from './bibtex-text.ts'
import { type ExportedPaper, isNamed, splitSuffix, titleOf } from './exported-paper.ts'

export function formatMarkdown(papers: readonly ExportedPaper[], options: ExportOptions): string {
  return [...writeMarkdown([papers], options)].join('')
}

/** In pieces. */
export function* writeMarkdown(batches: Iterable<readonly ExportedPaper[]>, options: ExportOptions): Generator<string> {
  const sections = new Map<Status, string>()
  for (const papers of batches) {
    if (!options.byStatus) yield papers.map((paper) => formatPaper(paper, options)).join('')
    else for (const paper of papers) addToSection(sections, paper.status, formatPaper(paper, options))
  }
  yield statuses.flatMap((status) => sections.get(status) ?? []).join('\n')
}

function addToSection(sections: Map<Status, string>, status: Status, text: string): void {
  sections.set(status, (sections.get(status) ?? `## ${headingOf(status)}\n\n`) + text)
}

function headingOf(status: Status): string {
  switch (status) {
    case 'new':
      return 'New'
    case 'to-read':
      return 'To read'
    case 'reading':
      return 'Reading'
    case 'read':
      return 'Read'
    case 'dropped':
      return 'Dropped'
    default:
      return assertNever(status)
  }
}

function formatPaper(paper: ExportedPaper, { keywords, abstracts, notes }: ExportOptions): string {
  const appeared = [toMarkdown(paper.venue ?? ''), paper.year === null ? '' : String(paper.year)]
    .filter((part) => part !== '')
    .join(' ')
  const facts = [authorsOf(paper), appeared, `\`${paper.citationKey}\``].filter((part) => part !== '')
  const paragraphs = [
    ...(keywords && paper.tags.length > 0 ? [paper.tags.map((tag) => `#${cleanText(tag).replaceAll(' ', '-')}`).join(' ')] : []),
    ...(abstracts && paper.abstract !== null ? [quote(toMarkdown(paper.abstract))] : []),
    ...(notes ? paper.notes.map(({ text }) => text.trim()) : []),
  ]
  const box = paper.status === 'read' ? 'x' : ' '
  const below = paragraphs.map((paragraph) => `\n${indent(paragraph)}\n`).join('')
  return `- [${box}] ${linkedTitle(paper)}${facts.length === 0 ? '' : `. ${facts.join('. ')}`}\n${below}${below === '' ? '' : '\n'}`
}

/** Bold, and a link where it is known where the paper is. */
function linkedTitle(paper: ExportedPaper): string {
  const whole = titleOf(paper)
  const title = `**${whole === '' ? 'Untitled' : toMarkdown(whole)}**`
  const { doi, arxivId, url } = paper
  const address = doi === null ? (arxivId === null ? url : `https://arxiv.org/abs/${arxivId}`) : `https://doi.org/${doi}`
  return address === null ? title : `[${title}](<${toVerbatim(address).replace(/[<>]/g, encodeURIComponent)}>)`
}

function authorsOf({ authors, andOthers }: ExportedPaper): string {
  const names = authors.filter(isNamed).map((author) => {
    if ('literal' in author || author.given === null) return toMarkdown(formatAuthor(author))
    const { given, suffix } = splitSuffix(author.given)
    return toMarkdown([given, author.family, suffix].filter((part) => part !== '').join(' '))
  })
  return [...names, ...(andOthers && names.length > 0 ? ['et al'] : [])].join(', ')
}

function toMarkdown(text: string): string {
  return printMarkdown(readInlineMarkup(cleanText(text)))
}

function quote(text: string): string {
  return `> ${text}`
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

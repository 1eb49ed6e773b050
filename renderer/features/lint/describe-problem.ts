import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import type { LintField } from '../../../db/model/lint-rule.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'

export type PaperProblems = ValueOf<'lint:papers'>[number]

export const fieldLabels: { readonly [Name in LintField]: string } = {
  authors: 'Authors, one a line',
  title: 'Title',
  abstract: 'Abstract',
  year: 'Year',
  venue: 'Venue',
  pages: 'Pages',
  doi: 'DOI',
  arxivId: 'arXiv',
  url: 'URL',
  entryType: 'Type',
}

const authorsNamed = 3

export function describeTitle({ title }: PaperProblems): string {
  return title === null ? 'Without a title' : printPlain(readInlineMarkup(title))
}

export function describeWhich({ authors, year, citationKey }: PaperProblems): string {
  const names = authors.slice(0, authorsNamed).map((author) => ('family' in author ? author.family : author.literal))
  const who = names.join(', ') + (authors.length > authorsNamed ? ' …' : '')
  return [who, year, citationKey].filter((part) => part !== null && part !== '').join(' · ')
}

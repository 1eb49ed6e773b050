import { expect, it } from 'vitest'
import { emptyFields } from '../../../db/model/fields.ts'
import { splitLines } from '../decode-text.ts'
import { formatBibtex } from '../format-bibtex.ts'
import { parseBibtex } from './parse-bibtex.ts'

const titleOf = (text: string) => parseBibtex(splitLines(text)).drafts.map(({ fields }) => [fields.title, fields.extra?.protected])

function print(title: string, words?: string): string | undefined {
  const extra = words === undefined ? {} : { protected: words }
  const paper = { ...emptyFields, title, extra, citationKey: 'paper', titleOrigin: null, tags: [] }
  return /title = \{(.*)\},/.exec(formatBibtex([paper], { dialect: 'bibtex', abstracts: true, keywords: true }))?.[1]
}

it('remembers the words that a title protects and no rule would', () => {
  expect(titleOf('@book{a, title = {The Art of {Bayesian} Reasoning on {DNA} in {New York} and {\\"O}sterreich}}')).toEqual([
    ['The Art of Bayesian Reasoning on DNA in New York and Österreich', 'Bayesian New York'],
  ])
  expect(titleOf('@book{a, title = {{The Art of Computer Programming}}}')).toEqual([['The Art of Computer Programming', undefined]])
  expect(titleOf('@book{a, title = {{The} \\emph{Art} of Computer Programming}}')).toEqual([
    ['The \\emph{Art} of Computer Programming', undefined],
  ])
})

it('protects them again, and a word that a person adds or takes out', () => {
  expect(print('The Art of Bayesian Reasoning', 'Bayesian')).toBe('The Art of {Bayesian} Reasoning')
  expect(print('The Art of DNA Reasoning', 'Art -DNA')).toBe('The {Art} of DNA Reasoning')
})

it('finds the words again that go out protected: behind a command, before an apostrophe, on both sides of a stroke', () => {
  const titles = [
    String.raw`A book review of {David Collier, {\em Rules for Desktop Design}}`,
    'Remembering {Hermann Zapf (8 Nov. 1918--4 June 2015)} today',
    "A history of the {Adobe Systems'} fonts",
    'Problems and Puzzles of {Input/Output} Devices',
  ]
  const readAll = (latex: readonly string[]) => latex.flatMap((title) => titleOf(`@book{a, title = {${title}}}`))
  const read = readAll(titles)
  expect(readAll(read.map(([title, words]) => print(title ?? '', words) ?? ''))).toEqual(read)
  expect(read.map(([, words]) => words)).toEqual([
    'Collier David Design Desktop Rules',
    'Hermann June Nov Zapf',
    'Adobe Systems',
    'Input Output',
  ])
})

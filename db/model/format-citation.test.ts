import { expect, it } from 'vitest'
import { citationStyles, formatCitation } from './format-citation.ts'

function cite(...keys: readonly string[]): readonly string[] {
  return citationStyles.map((style) => formatCitation(keys, style))
}

it('cites papers as LaTeX, pandoc and Typst do', () => {
  expect(cite('lamport1978time')).toEqual(['\\cite{lamport1978time}', '[@lamport1978time]', '@lamport1978time'])
  expect(cite('knuth1974', 'hoare1969')).toEqual([
    '\\cite{knuth1974,hoare1969}',
    '[@knuth1974; @hoare1969]',
    '@knuth1974 @hoare1969',
  ])
})

it('holds a key together that a program would cut', () => {
  expect(cite('DBLP:conf/pldi/X99')).toEqual([
    '\\cite{DBLP:conf/pldi/X99}',
    '[@DBLP:conf/pldi/X99]',
    '#cite(label("DBLP:conf/pldi/X99"))',
  ])
  expect(cite('a--b', 'c.')).toEqual(['\\cite{a--b,c.}', '[@{a--b}; @{c.}]', '@a--b #cite(label("c."))'])
})

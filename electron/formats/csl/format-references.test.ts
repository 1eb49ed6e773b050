import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referenceStyleIds } from '../../../db/model/reference-styles.ts'
import { lastValue } from '../../import/last-value.ts'
import { loadReferenceProcessor } from '../../reference-processor.ts'
import type { ExportedPaper } from '../exported-paper.ts'
import { exportedPaper } from '../fixtures/exported-papers.ts'
import { anyExportedPaper } from '../fixtures/random-papers.ts'
import { formatInText, formatReferences } from './format-references.ts'

const turing = exportedPaper({
  citationKey: 'turing1950',
  entryType: 'article',
  title: 'Computing Machinery and Intelligence',
  authors: [{ family: 'Turing', given: 'Alan M.' }],
  year: 1950,
  venue: 'Mind',
  volume: '59',
  issue: '236',
  pages: '433–460',
  doi: '10.1093/mind/LIX.236.433',
})
const watsonCrick = exportedPaper({
  citationKey: 'watson1953',
  entryType: 'article',
  title: 'Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid',
  authors: [
    { family: 'Watson', given: 'James D.' },
    { family: 'Crick', given: 'Francis H. C.' },
  ],
  year: 1953,
  venue: 'Nature',
  volume: '171',
  pages: '737–738',
})

function format(papers: readonly ExportedPaper[], style: (typeof referenceStyleIds)[number]) {
  return lastValue(formatReferences(papers, loadReferenceProcessor(style)))
}

describe('references', () => {
  it.each([
    [
      'apa',
      'Turing, A. M. (1950). Computing Machinery and Intelligence. Mind, 59(236), 433–460. https://doi.org/10.1093/mind/LIX.236.433',
    ],
    [
      'ieee',
      '[1] A. M. Turing, “Computing Machinery and Intelligence,” Mind, vol. 59, no. 236, pp. 433–460, 1950, doi: 10.1093/mind/LIX.236.433.',
    ],
    [
      'chicago',
      'Turing, Alan M. 1950. “Computing Machinery and Intelligence.” Mind 59 (236): 433–60. https://doi.org/10.1093/mind/LIX.236.433.',
    ],
    ['nature', '1. Turing, A. M. Computing Machinery and Intelligence. Mind 59, 433–460 (1950).'],
    ['vancouver', '1. Turing AM. Computing Machinery and Intelligence. Mind. 1950;59(236):433–60.'],
  ] as const)('are as %s has them', (style, reference) => {
    expect(format([turing], style).text).toBe(`${reference}\n`)
  })

  it('are numbered in the order of the papers, or sorted, as the style has it', () => {
    const papers = [watsonCrick, turing]
    expect(format(papers, 'ieee').text.match(/^\[\d\] \S+ \S+/gm)).toEqual(['[1] J. D.', '[2] A. M.'])
    expect(format(papers, 'apa').text.match(/^\w+/gm)).toEqual(['Turing', 'Watson'])
  })

  it('keep emphasis as HTML, and no markup that a list brought', () => {
    const paper = exportedPaper({
      title: 'Is $p<0.05$ **enough** for <script>alert(1)</script> & co?',
      authors: [{ literal: 'Group <Team> & Sons' }],
      venue: 'Mind',
      entryType: 'article',
    })
    const { html, text } = format([paper], 'apa')
    expect(text).toBe('Group <Team> & Sons. (n.d.). Is p<0.05 enough for <script>alert(1)</script> & co? Mind.\n')
    expect(html).toContain(
      '<p>Group &#60;Team&#62; &#38; Sons. (n.d.). Is p&#60;0.05 <b>enough</b> for &#60;script&#62;alert(1)&#60;/script&#62; &#38; co? <i>Mind</i>.</p>',
    )
  })

  it('are the same however many steps they take', () => {
    const papers = Array.from({ length: 45 }, (_, place) => ({ ...turing, citationKey: `t${place}`, title: `Part ${place}` }))
    const { text } = format(papers, 'apa')
    expect(text.split('\n')).toHaveLength(46)
    expect(text).toContain('(1950a). Part 0.')
    expect(format(papers, 'ieee').text.match(/^\[\d+\]/gm)).toEqual(papers.map((_, place) => `[${place + 1}]`))
  })

  it('are there for every paper, whatever is known of it', () => {
    fc.assert(
      fc.property(fc.array(anyExportedPaper, { maxLength: 4 }), fc.constantFrom(...referenceStyleIds), (papers, style) => {
        expect(format(papers, style).text.split('\n')).toHaveLength(papers.length + 1)
      }),
      { numRuns: 40 },
    )
  })

  it('are none of no papers', () => {
    expect(format([], 'apa').text).toBe('')
  })
})

describe('a citation in the text', () => {
  it.each([
    ['apa', '(Turing, 1950; Watson & Crick, 1953)'],
    ['ieee', '[1], [2]'],
    ['chicago', '(Turing 1950; Watson and Crick 1953)'],
    ['vancouver', '(1,2)'],
  ] as const)('is as %s has it', (style, citation) => {
    expect(formatInText([turing, watsonCrick], loadReferenceProcessor(style)).text).toBe(citation)
  })
})

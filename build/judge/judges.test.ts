import { describe, expect, it } from 'vitest'
import { readAllowList, unexplainedWarnings } from './allowed-warnings.ts'
import { comparableMarkup, comparableRendering } from './comparable-text.ts'
import { findLoweredWords } from './judge-with-bibtex.ts'

describe('allow list', () => {
  it('explains warnings of its tool only', () => {
    expect(unexplainedWarnings('bibtex', ['empty year in pan2025', 'string name "x" is undefined'])).toEqual([
      'string name "x" is undefined',
    ])
    expect(unexplainedWarnings('biber', ['empty year in pan2025'])).toEqual(['empty year in pan2025'])
  })

  it('refuses a line without a reason', () => {
    expect(() => readAllowList('bibtex | empty year in *')).toThrow('has no reason')
  })
})

describe('comparable text', () => {
  it('takes tags, quotes, dashes and scripts of a rendering as equal to our markup', () => {
    expect(comparableRendering('A <b>d</b>eep “test” – H<sub>2</sub>O \\sim900 x^3')).toBe(
      comparableMarkup("A \\textbf{d}eep ``test'' -- H$_2$O $\\sim$900 x³"),
    )
  })

  it('sees a lost word, a lost letter and a changed case', () => {
    const said = comparableMarkup('100% of Things')
    expect(['100', '100% of Thing', '100% of things'].map((read) => comparableRendering(read) === said)).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('findLoweredWords', () => {
  const bib = '@misc{pan,\n  author = {Pan},\n  title = {On VLMs and Their Uses},\n}\n'

  it('takes sentence case of ordinary words as it is', () => {
    expect(findLoweredWords(bib, '\\bibitem{pan}\nPan.\n\\newblock On VLMs and\n  their uses.\n')).toEqual([])
  })

  it('finds an acronym that was lowered and a title that is missing', () => {
    expect(findLoweredWords(bib, '\\bibitem{pan}\n\\newblock On vlms and their uses.\n')).toEqual([
      'BibTeX lowers VLMs in the title of pan',
    ])
    expect(findLoweredWords(bib, '\\bibitem{pan}\n')).toEqual([
      'the title of pan is not in the bibliography: On VLMs and Their Uses',
    ])
  })
})

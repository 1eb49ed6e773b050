import { describe, expect, it } from 'vitest'
import type { Author } from '../../db/model/author.ts'
import { formatNames } from './bibtex-names.ts'

function names(authors: readonly Author[], dialect: 'bibtex' | 'biblatex' = 'biblatex'): string {
  return formatNames({ authors, andOthers: false }, dialect)
}

describe('formatNames', () => {
  it('joins family and given names', () => {
    expect(
      names([
        { family: 'Pan', given: 'Jiazhen' },
        { family: 'Li', given: 'Hongwei Bran' },
      ]),
    ).toBe('Pan, Jiazhen and Li, Hongwei Bran')
  })

  it('says that there are others, but not others alone', () => {
    const authors = [{ family: 'Pan', given: 'Jiazhen' }]
    expect(formatNames({ authors, andOthers: true }, 'bibtex')).toBe('Pan, Jiazhen and others')
    expect(formatNames({ authors: [], andOthers: true }, 'bibtex')).toBe('')
  })

  it('leaves leading particles to BibTeX and holds other families with lower-case words together', () => {
    const families = [
      'van der Berg',
      'de la Cruz',
      'Van der Berg',
      'Ortega y Gasset',
      'al-Khwarizmi',
      "d'Alembert",
      'hooks',
      'Quilodrán-Casas',
    ]
    expect(families.map((family) => names([{ family, given: 'J.' }]))).toEqual([
      'van der Berg, J.',
      'de la Cruz, J.',
      '{Van der Berg}, J.',
      '{Ortega y Gasset}, J.',
      '{al-Khwarizmi}, J.',
      "{d'Alembert}, J.",
      'hooks, J.',
      'Quilodrán-Casas, J.',
    ])
  })

  it('puts a suffix where BibTeX expects it', () => {
    expect(names([{ family: 'King', given: 'Martin Luther, Jr.' }])).toBe('King, Jr., Martin Luther')
  })

  it('protects literal names, names with a comma or an "and", and single names of several words', () => {
    expect(
      names([
        { literal: 'World Health Organization' },
        { family: 'Simon and Schuster', given: 'M.' },
        { family: 'Smith, Brown', given: 'A., B.' },
        { family: 'Aristotle', given: null },
        { family: 'van Gogh', given: null },
        { family: 'others', given: null },
      ]),
    ).toBe(
      '{World Health Organization} and {Simon and Schuster}, M. and {Smith, Brown}, {A., B.} and Aristotle and {van Gogh} and {others}',
    )
  })

  it('leaves empty names out', () => {
    expect(names([{ literal: '' }, { family: '', given: null }, { family: '', given: 'Ann' }])).toBe('Ann')
  })

  it('writes accented letters as special characters for BibTeX, so that abbreviating a name never cuts a letter', () => {
    expect(names([{ family: 'Škoda', given: 'Émile Łukasz' }, { family: 'Đỗ', given: 'Bệ' }, { literal: 'École' }], 'bibtex')).toBe(
      "{\\v{S}}koda, {\\'E}mile {\\L}ukasz and {\\relax Đ}{\\~{ô}}, B{\\d{ê}} and {{\\'E}cole}",
    )
  })

  it('leaves scripts other than Latin as they are', () => {
    expect(
      names(
        [
          { family: '王', given: '伟' },
          { family: 'Колмогоров', given: 'А.' },
        ],
        'bibtex',
      ),
    ).toBe('王, 伟 and Колмогоров, А.')
  })
})

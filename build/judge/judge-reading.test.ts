import { expect, it } from 'vitest'
import { generateRecords } from '../generate-records.ts'
import { judgeRoundTrip, judgeWithOracle } from './judge-reading.ts'

const accents = ['{\\"u}', "\\'e", '{\\ss}', '\\c{c}', '\\v{S}', '{\\o}', '\\&', '--', '~', '\\emph{x}', '{KEEP}', '$n^2$', '\\%']

/** Entries of all the usual types, in both dialects, with accents, markup, particles, strings and inheritance. */
const source = `@string{press = {Kept Press}}\n${generateRecords(60, 9)
  .map(({ title, abstract, authors }, index) => {
    const names = authors.split(', ').slice(0, 4)
    const accent = accents[index % accents.length]
    const type = ['article', 'book', 'inproceedings', 'incollection', 'phdthesis', 'techreport', 'misc', 'online'][index % 8]
    return `@${type}{key${index},
  author = {${names[0]}, ${names[1]} and ${names[2]} ${index % 3 === 0 ? 'van der ' : ''}${names[3]} and {The ${names[0]} Group}},
  title = {${title} ${accent} {${names[1]}}},
  ${index % 2 === 0 ? 'journaltitle' : 'journal'} = {Journal of ${accent} ${names[2]}},
  year = {${1950 + index}}, volume = ${index}, number = {${index % 12}}, pages = {${index}--${index + 9}},
  publisher = press # { and Other}, address = {Z{\\"u}rich}, note = {About 5\\,ms},
  abstract = {${abstract}},
}`
  })
  .join('\n')}
@inbook{part, title = {Part}, crossref = {whole}}
@book{whole, title = {Whole}, author = {Hopper, Grace}, publisher = press, date = {2001}}`

it('agrees with an independent reader on every field, but for classes that are explained', () => {
  expect(judgeWithOracle(source).problems).toEqual([])
})

it('reads of its own export what it wrote', () => {
  for (const format of ['bibtex', 'biblatex'] as const) expect(judgeRoundTrip(source, format).problems).toEqual([])
})

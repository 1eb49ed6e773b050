/** How the .bib files of other programs and sites differ from the standards; the works are real ones. */
import { expect, it } from 'vitest'
import type { Draft } from '../../../db/model/draft.ts'
import { splitLines } from '../decode-text.ts'
import { parseBibtex } from './parse-bibtex.ts'

const read = (text: string): readonly Draft[] => parseBibtex(splitLines(text)).drafts
const first = (text: string): Draft['fields'] | undefined => read(text)[0]?.fields

it('reads names between semicolons, lists of names with initials, and "et al." in braces', () => {
  const names = (list: string) => first(`@book{a, author = {${list}}}`)?.authors
  const people = [
    { family: 'Kernighan', given: 'Brian W.' },
    { family: 'Ritchie', given: 'Dennis M.' },
  ]
  expect(names('Kernighan, Brian W.; Ritchie, Dennis M.')).toEqual(people)
  expect(names('B. W. Kernighan, D. M. Ritchie')).toEqual([
    { family: 'Kernighan', given: 'B. W.' },
    { family: 'Ritchie', given: 'D. M.' },
  ])
  expect(names('Kernighan, Brian W. & Ritchie, Dennis M.')).toEqual(people)
  expect(names('Kernighan BW, Ritchie DM')).toEqual(people.map(({ family }, place) => ({ family, given: ['BW', 'DM'][place] })))
  expect(names('Kernighan, Brian W., Ritchie, Dennis M.')).toEqual(people)
  expect(names('Brian W. Kernighan, Dennis M. Ritchie, and Rob Pike')).toEqual([...people, { family: 'Pike', given: 'Rob' }])
  expect(names('bell hooks and van Beethoven and jean de fontaine and the pandas development team')).toEqual([
    { family: 'hooks', given: 'bell' },
    { literal: 'van Beethoven' },
    { family: 'de fontaine', given: 'jean' },
    { literal: 'the pandas development team' },
  ])
  expect(names('given=Jean, family=Fontaine, prefix=de la, prefix-i=d')).toEqual([{ family: 'de la Fontaine', given: 'Jean' }])
  expect(names('Lovelace King, Ada Augusta')).toEqual([{ family: 'Lovelace King', given: 'Ada Augusta' }])
  expect(names('A, B, C, D')).toEqual([{ literal: 'A, B, C, D' }])
  expect(first('@book{a, author = {Kernighan, Brian W. and {et al.}}}')).toMatchObject({ andOthers: true, authors: [people[0]] })
})

it('reads a tie in a name as a space', () => {
  expect(first('@book{a, author = {Knuth, D.~E. and Leslie~B. Lamport}}')?.authors).toEqual([
    { family: 'Knuth', given: 'D. E.' },
    { family: 'Lamport', given: 'Leslie B.' },
  ])
})

it('parts keywords by semicolons where there are any, for keywords have commas', () => {
  const tags = (value: string) => read(`@misc{a, title = {T}, keywords = {${value}}}`)[0]?.reading?.tags
  expect(tags('Diabetes Mellitus, Type 2; Insulin')).toEqual(['Diabetes Mellitus, Type 2', 'Insulin'])
  expect(read('@misc{a, keywords = {One}, keywords = {Two}, title = {T}, title = {U}}')[0]).toMatchObject({
    fields: { title: 'T' },
    reading: { tags: ['One', 'Two'] },
  })
  expect(tags('Insulin, {Diabetes; Type 2}')).toEqual(['Insulin', 'Diabetes; Type 2'])
})

it('makes tags of Mendeley’s folders, and a status of the check mark of BibDesk and Papers', () => {
  const text = `@article{a, title = {T}, mendeley-groups = {Thesis,Thesis/Chapter 1}, mendeley-tags = {cells}, keywords = {cells,mice}}
@article{b, title = {T}, read = {1}}
@article{c, title = {T}, read = {No}}`
  expect(read(text).map(({ reading, fields }) => [reading?.tags, reading?.status, fields.extra])).toEqual([
    [['cells', 'mice', 'Thesis', 'Thesis/Chapter 1'], null, undefined],
    [[], 'read', undefined],
    [undefined, undefined, { read: 'No' }],
  ])
})

it('makes tags of BibDesk’s groups', () => {
  const text = `@article{Shannon:1948, title = {A Mathematical Theory of Communication}}
@comment{BibDesk Static Groups{
<plist version="1.0"><array>
	<dict>
		<key>group name</key>
		<string>Coding &amp; noise</string>
		<key>keys</key>
		<string>Shannon:1948,Hamming:1950</string>
	</dict>
</array></plist>
}}`
  expect(read(text)[0]?.reading?.tags).toEqual(['Coding & noise'])
})

it('reads signs that Mendeley escapes in identifiers and paths', () => {
  const text = String.raw`@article{a, doi = {10.1002/(SICI)1097-0258(19980815/30)17:15/16{\textless}1661::AID-SIM968{\textgreater}3.0.CO;2-2},
  file = {:C$\backslash$:/papers/a{\_}b.pdf:pdf}}`
  expect(first(text)).toMatchObject({
    doi: '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2',
    extra: { file: ':C\\:/papers/a_b.pdf:pdf' },
  })
})

it('finds the DOI that an address names, and the number of arXiv in a volume of CoRR', () => {
  expect(first('@article{a, url = {https://doi.org/10.1002/J.1538-7305.1948.TB01338.X}}')).toEqual({
    entryType: 'article',
    doi: '10.1002/j.1538-7305.1948.tb01338.x',
    url: 'https://doi.org/10.1002/J.1538-7305.1948.TB01338.X',
  })
  expect(first('@article{a, journal = {CoRR}, volume = {abs/1412.6980}}')?.arxivId).toBe('1412.6980')
})

it('keeps where a conference was beside the address of its publisher, as ACM writes both', () => {
  const text = '@inproceedings{a, address = {New York, NY, USA}, title = {T}, location = {Dallas, Texas, USA}}'
  expect(first(text)?.extra).toEqual({ location: 'New York, NY, USA', venue: 'Dallas, Texas, USA' })
})

it('reads the HTML that Crossref writes, in texts and not in names of files', () => {
  const text = `@article{a, title = {Bonding in H<sub>2</sub>O &amp; <i>in vivo</i>}, journal = {Science &amp; Technology},
  url = {https://example.org/?a=1&amp;b=2}, publisher = {Taylor &amp; Francis}, file = {a&amp;b.pdf}}`
  expect(first(text)).toEqual({
    entryType: 'article',
    title: String.raw`Bonding in H\textsubscript{2}O & \emph{in vivo}`,
    venue: 'Science & Technology',
    url: 'https://example.org/?a=1&b=2',
    extra: { file: 'a&amp;b.pdf', publisher: 'Taylor & Francis' },
  })
})

it('writes out the commands that ADS has for journals, and leaves others as they are', () => {
  const venues = ['{\\apjl}', '\\mnras', '{\\unheardof}'].map((journal) => first(`@article{a, journal = {${journal}}}`)?.venue)
  expect(venues).toEqual(['The Astrophysical Journal Letters', 'Monthly Notices of the Royal Astronomical Society', '\\unheardof'])
})

it('reads dates as people write them, where they say a month, and seasons', () => {
  const dates = (field: string) => first(`@online{a, title = {T}, ${field}}`)?.extra
  expect(
    ['date = {2001-1-5}', 'date = {January 5, 2001}', 'urldate = {5 May 2020}', 'year = 2001, month = {Fall}'].map(dates),
  ).toEqual([{ date: '2001-01-05' }, { date: '2001-01-05' }, { urldate: '2020-05-05' }, { date: '2001-23' }])
  expect(['eventdate = {2001}', 'urldate = {long ago}', 'year = 2001, month = {Michaelmas}'].map(dates)).toEqual([
    { eventdate: '2001' },
    { urldate: 'long ago' },
    { month: 'Michaelmas' },
  ])
})

it('reads the number of arXiv from where Mendeley writes it, and without what stands around it', () => {
  const identify = (fields: string) => {
    const { arxivId, extra } = first(`@article{a, ${fields}}`) ?? {}
    return [arxivId, extra]
  }
  expect(identify('archivePrefix = {arXiv}, arxivId = {1706.03762}, eprint = {1706.03762}')).toEqual(['1706.03762', undefined])
  expect(identify('archivePrefix = {arXiv}, arxivId = {1706.03762}')).toEqual(['1706.03762', undefined])
  expect(identify('eprint = {arXiv:1706.03762v2 [cs.CL]}')).toEqual(['1706.03762', { eprint: '1706.03762v2' }])
})

it('reads the number of an article as ACM, MDPI and Scopus name it', () => {
  const numbers = ['articleno', 'article-number', 'art_number'].map((name) => first(`@article{a, ${name} = {17}}`)?.extra)
  expect(numbers).toEqual([{ eid: '17' }, { eid: '17' }, { eid: '17' }])
  expect(first('@article{a, eid = {e17}, articleno = {17}}')?.extra).toEqual({ articleno: '17', eid: 'e17' })
})

it('takes values of other entries one by one, whole or an item of a list, and leaves those that lead nowhere', () => {
  const text = `@xdata{gdk-press, publisher = {MIT Press and Addison-Wesley}, location = {Reading, Mass.}}
@xdata{people, author = {Leslie Lamport and Donald E. Knuth}, journal = {TUGboat}}
@book{a, author = {xdata=people-author-2 and Brian W. Kernighan}, publisher = {xdata=gdk-press-publisher-2}, location = {xdata=gdk-press-location}}
@article{b, author = {xdata=people-author}, journal = {xdata=people-journal}, note = {xdata=nobody-note}}`
  expect(
    read(text).map(({ fields }) => [
      fields.authors?.map((author) => 'family' in author && author.family),
      fields.venue,
      fields.extra,
    ]),
  ).toEqual([
    [['Knuth', 'Kernighan'], undefined, { publisher: 'Addison-Wesley', location: 'Reading, Mass.' }],
    [['Lamport', 'Knuth'], 'TUGboat', { note: 'xdata=nobody-note' }],
  ])
})

it('keeps every value of a field that is there more than once', () => {
  const text = `@book{a, author = {Abelson, Harold}, author = {Sussman, Gerald Jay}, url = {https://mitpress.mit.edu/sicp},
    note = {Second edition}, note = {Second edition}, note = {Freely available}, url = {https://sarabander.github.io/sicp}}`
  expect(first(text)).toMatchObject({
    authors: [
      { family: 'Abelson', given: 'Harold' },
      { family: 'Sussman', given: 'Gerald Jay' },
    ],
    url: 'https://mitpress.mit.edu/sicp',
    extra: { note: 'Second edition', 'note-2': 'Freely available', 'url-2': 'https://sarabander.github.io/sicp' },
  })
})

it('puts JabRef’s groups where its tree has them, unless two have one name', () => {
  const text = String.raw`@book{a, title = {The TeXbook}, groups = {Typesetting, Manuals, Macros}}
@comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Typesetting\;0\;1\;\;\;\;;
2 StaticGroup:Macros\;0\;1\;\;\;\;;
2 StaticGroup:Manuals\;0\;1\;\;\;\;;
1 StaticGroup:Tools\;0\;1\;\;\;\;;
2 StaticGroup:Manuals\;0\;1\;\;\;\;;
}`
  expect(read(text)[0]?.reading?.tags).toEqual(['Typesetting', 'Manuals', 'Typesetting/Macros'])
})

it('reads pages without the word for them, and a DOI that stands where an eprint does', () => {
  const pages = (text: string) => first(`@article{a, pages = {${text}}}`)?.pages
  expect(['pp. 12--19', 'p. 7', 'S. 3-4', 'P1--P9', 'pp12'].map(pages)).toEqual(['12–19', '7', '3–4', 'P1–P9', '12'])
  expect(first('@article{a, eprint = {10.1111/j.2517-6161.1996.tb02080.x}, eprinttype = {DOI}}')).toEqual({
    entryType: 'article',
    doi: '10.1111/j.2517-6161.1996.tb02080.x',
  })
})

it('reads signs of identifiers in LaTeX without braces around them', () => {
  const doi = String.raw`10.1002/(SICI)1097-4571(199806)49:8\textless{}693::AID-ASI4\textgreater 3.0.CO;2-O`
  expect(first(`@article{a, doi = {${doi}}}`)?.doi).toBe('10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o')
})

it('finds the address of a work in the words around it, and keeps words that say more', () => {
  const of = (fields: string) => {
    const { url, venue, extra } = first(`@misc{a, ${fields}}`) ?? {}
    return [url, venue, extra?.note]
  }
  const tools = 'https://lamport.azurewebsites.net/tla/tools.html'
  expect(of(`howpublished = {Available at \\url{${tools}}.}`)).toEqual([tools, undefined, undefined])
  expect(of(`note = {\\url{${tools}}}`)).toEqual([tools, undefined, undefined])
  expect(of(`howpublished = {\\href{${tools}}{TLA+ tools}}`)).toEqual([tools, `TLA+ tools (${tools})`, undefined])
  expect(of(`howpublished = {Website}, note = {Version 1.5, \\url{${tools}}}`)).toEqual([tools, 'Website', `Version 1.5, ${tools}`])
  expect(of(`url = {https://lamport.org}, note = {\\url{${tools}}}`)).toEqual(['https://lamport.org', undefined, tools])
})

it('reads the days of a conference in the month', () => {
  const dates = ['07--09 Jul', 'June 27--30', 'nov # "~29--" # dec # "~3"'].map(
    (month) => first(`@inproceedings{a, year = 2015, month = ${month.includes('#') ? month : `{${month}}`}}`)?.extra?.date,
  )
  expect(dates).toEqual(['2015-07-07/2015-07-09', '2015-06-27/2015-06-30', '2015-11-29/2015-12-03'])
})

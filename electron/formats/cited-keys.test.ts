import { expect, it } from 'vitest'
import { findCitedKeys } from './cited-keys.ts'

function keys(text: string, extension: string): readonly string[] {
  return findCitedKeys(text, extension).map(({ citationKey }) => citationKey)
}

it('finds the keys of LaTeX documents, of natbib and of biblatex', () => {
  const text = String.raw`See \cite{knuth1974, dijkstra:goto} and \parencite*[see][12]{codd70}.
\cites(compare)(end)[1]{a}[2][3]{b/c}; \Textcite{d}, \citeauthor {e}, \volcite{2}[9]{f}, \nocite{*}\nocite{g}
\setcitestyle{authoryear,round} \citetext{see there} \footcite
{h} \DeclareCiteCommand{\mycite}{}{}{}{}`
  expect(keys(text, 'tex')).toEqual(['knuth1974', 'dijkstra:goto', 'codd70', 'a', 'b/c', 'd', 'e', 'f', 'g', 'h'])
})

it('finds the keys of pandoc, and no addresses', () => {
  const text = 'As @knuth1974 says [see @dijkstra:goto, p. 3; -@codd_70]. Mail a@b.org, @{odd key.} @{odd.key.} \\@no, \\citep{x}.'
  expect(keys(text, 'md')).toEqual(['knuth1974', 'dijkstra:goto', 'codd_70', 'odd.key.', 'x'])
})

it('finds the keys of Typst', () => {
  expect(keys('See @knuth1974. #cite(<codd70>, form: "prose") #cite(label("DBLP:books/aw")) a@b.org', 'typ')).toEqual([
    'knuth1974',
    'codd70',
    'DBLP:books/aw',
  ])
})

it('finds the keys in the cells of a notebook, whole or broken', () => {
  const cells = [
    { cell_type: 'markdown', source: ['Text\n', '@knuth1974 and <cite data-cite="codd70"></cite>'] },
    { cell_type: 'markdown', source: 'See\n@dijkstra' },
  ]
  const notebook = JSON.stringify({ cells })
  expect(keys(notebook, 'ipynb')).toEqual(['knuth1974', 'codd70', 'dijkstra'])
  expect(keys(notebook.slice(0, -3), 'ipynb')).toEqual(['knuth1974', 'codd70', 'dijkstra'])
})

it('says on which line a key stands', () => {
  expect(findCitedKeys('one\ntwo @a\n\n@b @c', 'md')).toEqual([
    { citationKey: 'a', line: 2 },
    { citationKey: 'b', line: 4 },
    { citationKey: 'c', line: 4 },
  ])
})

it('ends soon on any text', () => {
  const start = process.cpuUsage()
  for (const text of ['\\cite'.repeat(100_000), '@'.repeat(500_000), '\\cites{a}['.repeat(50_000), '@a:'.repeat(200_000)])
    for (const extension of ['tex', 'md', 'typ', 'ipynb']) findCitedKeys(text, extension)
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
})

/**
 * The citation keys that a document uses:
 * - LaTeX, natbib and biblatex: `\cite{a,b}`, `\parencite*[see][12]{a}`, `\cites(pre)(post)[1]{a}[2]{b}`, `\volcite{2}[9]{a}`, `\nocite{a}`;
 * - pandoc and Quarto: `@a`, `[see @a, p. 3; -@b]`, `@{a}`; LaTeX may stand between;
 * - Typst: `@a`, `#cite(<a>)`, `cite(label("a"))`;
 * - Jupyter: the Markdown of the cells, and `<cite data-cite="a">`.
 * What is commented out counts as well: a key is kept rather once too often.
 */
export type CitedKey = { readonly citationKey: string; readonly line: number }

type Found = { readonly citationKey: string; readonly index: number }
type Reader = (text: string) => readonly Found[]

const latexCommand = /\\([A-Za-z]*[Cc]ite[A-Za-z]*)\*?/g
const latexArgument = /\s{0,20}(?:\(([^()]{0,300})\)|\[([^\][]{0,300})\]|\{([^{}]{0,2000})\})/y
/** Commands that are called so and cite nothing. */
const otherCommands = new Set(['citestyle', 'setcitestyle', 'citetext', 'citereset'])
const pandoc =
  /(?<![\p{L}\p{N}@.\\])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199}))/gu
const typst =
  /(?<![\p{L}\p{N}@.\\])@([\p{L}_](?:[\p{L}\p{N}_]|[-.:](?=[\p{L}\p{N}_])){0,199})|\bcite\(\s{0,20}(?:<([^<>\s]{1,200})>|label\("([^"]{1,200})"\))/gu
const citeElement = /\bdata-cite=\\?["']([^"'\\]{1,200})/g

const readers: { readonly [extension: string]: readonly Reader[] } = {
  tex: [findLatex],
  ltx: [findLatex],
  rnw: [findLatex],
  md: [findPandoc, findLatex],
  markdown: [findPandoc, findLatex],
  qmd: [findPandoc, findLatex],
  rmd: [findPandoc, findLatex],
  typ: [findTypst],
  ipynb: [findPandoc, findLatex, findElements],
}

export const documentExtensions: readonly string[] = Object.keys(readers)

/** The extension in lower case, without its dot. Lines are counted from 1; those of a notebook are of its text, not of its file. */
export function findCitedKeys(text: string, extension: string): readonly CitedKey[] {
  const source = extension === 'ipynb' ? readNotebook(text) : text
  const found = (readers[extension] ?? []).flatMap((read) => read(source)).sort((a, b) => a.index - b.index)
  let line = 1
  let end = lineEnd(source, 0)
  return found.map(({ citationKey, index }) => {
    for (; end < index; end = lineEnd(source, end + 1)) line += 1
    return { citationKey, line }
  })
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end === -1 ? source.length : end
}

function findLatex(text: string): readonly Found[] {
  return [...text.matchAll(latexCommand)].flatMap(({ 0: command, 1: name = '', index }) => {
    if (otherCommands.has(name)) return []
    const keys = readArguments(text, { start: index + command.length, name: name.toLowerCase() })
    return keys
      .flatMap((list) => list.split(','))
      .map((key) => key.trim())
      .filter((key) => /^[^\s\\{}#%*]+$/.test(key))
      .map((citationKey) => ({ citationKey, index }))
  })
}

/** `\cites` and its kin have several groups; the first of `\volcite` is the volume. */
function readArguments(text: string, { start, name }: { start: number; name: string }): readonly string[] {
  const lists: string[] = []
  const skipped = name.endsWith('volcite') ? 1 : 0
  const most = skipped + (name.endsWith('cites') ? 100 : 1)
  latexArgument.lastIndex = start
  for (let found = latexArgument.exec(text); found !== null && lists.length < most; found = latexArgument.exec(text)) {
    if (found[3] !== undefined) lists.push(found[3])
  }
  return lists.slice(skipped)
}

function findPandoc(text: string): readonly Found[] {
  return [...text.matchAll(pandoc)].map(({ 1: braced, 2: bare, index }) => ({ citationKey: braced ?? bare ?? '', index }))
}

function findTypst(text: string): readonly Found[] {
  return [...text.matchAll(typst)].map(({ 1: reference, 2: label, 3: named, index }) => ({
    citationKey: reference ?? label ?? named ?? '',
    index,
  }))
}

function findElements(text: string): readonly Found[] {
  return [...text.matchAll(citeElement)].map(({ 1: citationKey = '', index }) => ({ citationKey, index }))
}

/** The text of the cells; a notebook that is broken is read as it stands. */
function readNotebook(json: string): string {
  try {
    const { cells } = JSON.parse(json) as { cells?: readonly { readonly source?: string | readonly string[] }[] }
    if (!Array.isArray(cells)) return json
    return cells.map(({ source }) => (Array.isArray(source) ? source.join('') : String(source ?? ''))).join('\n')
  } catch {
    return json.replaceAll('\\n', '\n')
  }
}

/** Text in Markdown: what its links, bold and italic words say. */
type MarkedText = {
  readonly text: string
  readonly title: string | null
  /** Where nothing else is marked: a title if names stand before it, else a venue. */
  readonly emphasised: string | null
  readonly addresses: string
}

const link = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+"[^"]*")?\s*\)/g
/** `[[Title]]`, `[[page|Title]]`: as Obsidian and Logseq link their own pages. */
const wikiLink = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{2,300})\]\]/g
/** `@granovetter1973`, under which a note cites. */
const citedKey = /(?<![^\s([])@[\p{L}\p{N}:_-]{3,60}(?=[\s\])]|$)/gu
const quotedFirst = /^[“"]([^“”"]{3,300})[”"],?(?= |$)/
const strong = /(?:\*\*|__)(.{3,300}?)(?:\*\*|__)/
const emphasised = /(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]{3,300})\1(?![\p{L}\p{N}])/u
const linkWord =
  /^[\s[(]*(?:pdf|paper|papers|arxiv|link|links|code|github|url|html|abs|doi|website|web|site|page|project|project page|slides|video|blog|blog post|post|demo|dataset|data|model|models|official|official code|implementation|repo|here|read|bib|bibtex|openreview|acl|semantic scholar|tweet|poster|talk|review|notes?|supp|appendix|pytorch|tensorflow|jax|hugging ?face|unofficial)[\s\])]*$/i

/** What comes with a paper and is not it. */
const besideWord =
  /^[\s[(]*(?:code|github|website|web|site|project|project page|slides|video|blog|blog post|post|demo|dataset|data|model|models|official|official code|implementation|repo|bib|bibtex|tweet|poster|talk|review|notes?|supp|appendix|pytorch|tensorflow|jax|hugging ?face|unofficial)[\s\])]*$/i

/** The text without marks, with the addresses of its links beside it; the first link or bold text that is no mere "pdf" is the title. */
export function readMarks(source: string): MarkedText {
  const addresses: string[] = []
  let title: string | null = null
  const isTitle = (words: string) => words.split(/\s+/).length > 1 || /\p{Script=Han}{4}/u.test(words)
  const named = source.includes('@') ? source.replace(citedKey, '') : source
  const open = named.replace(/!\[[^\]]*\]\([^)]*\)/g, ' ').replace(wikiLink, (_, words: string) => {
    if (isTitle(words)) title ??= words
    return words
  })
  const linked = open.replace(link, (_, words: string, address: string) => {
    const isPaper = !linkWord.test(words) || (addresses.length === 0 && !besideWord.test(words))
    if (isPaper || /arxiv|doi/i.test(address)) addresses.push(address)
    if (linkWord.test(words)) return ' '
    if (isTitle(words)) title ??= removeEmphasis(words)
    return words
  })
  const italic = title === null ? emphasised.exec(linked) : null
  const first = italic?.index === 0 ? italic[2] : undefined
  const bold = title === null ? (strong.exec(linked)?.[1] ?? first ?? quotedFirst.exec(linked)?.[1]) : undefined
  if (bold?.trim().includes(' ')) title = bold
  const text = removeEmphasis(linked.replace(/\[\s*\]|\[\[\s*\]\]|\(\s*\)/g, ' ').replace(/`/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
  const marked = title === null ? null : removeEmphasis(title).trim()
  return { text, title: marked, emphasised: italic?.[2]?.trim() ?? null, addresses: addresses.join(' ') }
}

/** `[code](address)`, `[pdf](…) · [slides](…)`: links that say nothing of what they lead to but its kind. */
export function areOnlyLinks(text: string): boolean {
  const links = [...text.matchAll(link)]
  const rest = links.length === 0 ? 'none' : text.replace(link, ' ')
  return links.every(([, words = '']) => linkWord.test(words)) && rest.split(/[\s|·•,;:/()[\]`*_]+/).every(isTag)
}

/** A word alone, such as the program that code is for. */
function isTag(word: string, _: number, words: readonly string[]): boolean {
  return word === '' || words.filter((each) => each !== '').length < 2
}

function removeEmphasis(text: string): string {
  return text.replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2').replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]+)\1(?![\p{L}\p{N}])/gu, '$2')
}

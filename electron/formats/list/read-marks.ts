/** Text in Markdown: what its links, bold and italic words say. */
type MarkedText = { readonly text: string; readonly title: string | null; readonly addresses: string }

const link = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+"[^"]*")?\s*\)/g
/** `[[Title]]`, `[[page|Title]]`: as Obsidian and Logseq link their own pages. */
const wikiLink = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{2,300})\]\]/g
/** `@granovetter1973`, under which a note cites. */
const citedKey = /(?<![^\s([])@[\p{L}\p{N}:_-]{3,60}(?=[\s\])]|$)/gu
const quotedFirst = /^[“"]([^“”"]{3,300})[”"],?(?= |$)/
const strong = /(?:\*\*|__)(.{3,300}?)(?:\*\*|__)/
const emphasised = /^([*_])(?=\S)([^*_]{3,300})\1/
const linkWord =
  /^[\s[(]*(?:pdf|paper|papers|arxiv|link|links|code|github|url|html|abs|doi|website|web|site|page|project|project page|slides|video|blog|blog post|post|demo|dataset|data|model|models|official|official code|implementation|repo|here|read|bib|bibtex|openreview|acl|semantic scholar|tweet|poster|talk|review|notes?|supp|appendix|pytorch|tensorflow|jax|hugging ?face|unofficial)[\s\])]*$/i

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
    const isPaper = !linkWord.test(words) || addresses.length === 0
    if (isPaper || /arxiv|doi/i.test(address)) addresses.push(address)
    if (linkWord.test(words)) return ' '
    if (isTitle(words)) title ??= removeEmphasis(words)
    return words
  })
  const bold =
    title === null ? (strong.exec(linked)?.[1] ?? emphasised.exec(linked)?.[2] ?? quotedFirst.exec(linked)?.[1]) : undefined
  if (bold?.trim().includes(' ')) title = bold
  const text = removeEmphasis(linked.replace(/\[\s*\]|\[\[\s*\]\]|\(\s*\)/g, ' ').replace(/`/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
  return { text, title: title === null ? null : removeEmphasis(title).trim(), addresses: addresses.join(' ') }
}

function removeEmphasis(text: string): string {
  return text.replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2').replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]+)\1(?![\p{L}\p{N}])/gu, '$2')
}

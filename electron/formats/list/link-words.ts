/** `[arXiv] [code]`: the words of links behind a text that was copied from a page. */
const linkWords =
  /(?: ?\[(?:\p{Lu}[\p{L} ]{2,24}|arxiv|bib|bibtex|code|data|doi|github|html|link|paper|pdf|poster|project page|slides|url|video)\])+\.?$/iu

export function removeLinkWords(text: string): string {
  return text.includes('[') ? text.replace(linkWords, '').trimEnd() : text
}

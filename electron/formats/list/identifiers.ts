/**
 * Identifiers of works, in prose or alone:
 *   DOI    `10.1038/nature14539`, `doi: …`, `https://doi.org/…`, or inside a publisher's address (ISO 26324; Crossref's pattern)
 *   arXiv  `arXiv:1706.03762v5`, `hep-th/9901001`, `CoRR abs/1706.03762`, addresses of its pages, its DOIs
 *   PMID   `PMID: 26017442`, addresses of PubMed, else `PMC2349778`;   ISBN  ten or thirteen digits whose check digit is right
 *   URL    any other address
 */
import type { EntryFields } from '../../../db/model/fields.ts'

export type Identifiers = {
  readonly doi?: string
  readonly arxivId?: string
  readonly pmid?: string
  /** Of PubMed Central. */
  readonly pmcid?: string
  readonly isbn?: string
  readonly url?: string
}

export type IdentifiedText = {
  readonly identifiers: Identifiers
  /** The text without its identifiers and the words that announce them. */
  readonly rest: string
  readonly count: number
}

type Found = { readonly name: keyof Identifiers; readonly value: string }

/** As Wiley names articles of about 2000: `<2004::AID-ANIE2004>3.0.CO;2-5` */
const sici = '(?:<[^\\s<>]{3,40}>\\d\\.\\d\\.[A-Z]{2};2-[^\\s.,;])'
const address = new RegExp(`<?\\bhttps?:\\/\\/[^\\s<>"“”（）「」『』，．。、；]+(?:${sici}|>)?`, 'gi')
const addressAnnouncement =
  /(?:\[online\][.,:]? ?)?(?:(?:available|retrieved|accessed)(?: (?:at|from|online|on))?|dispon[ií](?:vel|ble) (?:em|en|sur)|verfügbar unter|url|\bdoi)[:,]? ?$/i
const doi = new RegExp(
  `(?:\\bdoi ?(?:[:.]|=) ?)?\\b(10\\.\\d{4,9}(?:\\.\\d+)*\\/[^\\s"<>⟨⟩“”,;|]*[^\\s"<>⟨⟩“”,;|.:]${sici}?)`,
  'gi',
)
const arxiv =
  /(?:\barxiv (?:e-?print|preprint),? ?)?\barxiv ?: ?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?: ?\[[a-z-]+(?:\.[a-z]{2})?\])?/gi
const arxivAddress = /\b(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?/gi
const corr = /\b(?:corr,? ?)?abs\/(\d{4}\.\d{4,5})(?:v\d+)?/gi
const bareArxiv = /(?<![\d./:-])((?:0[7-9]|[1-9]\d)(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d/-]|\.\d)/g
const bracketedArxiv = /\[(\d{4}\.\d{4,5})(?:v\d+)?\]/g
const oldArxiv =
  /(?<![\w./-])((?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph|math|cs|q-bio)(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?\b/g
const pmid = /\bPMID ?:? ?(\d{5,8})\b(?: ?\[[^\]]{0,40}\])?;?/gi
const pmcid = /(?:\bPMCID ?:? ?)?\b(PMC\d{4,8})\b;?/gi
const isbn =
  /(?:\bISBN(?:-1[03])? ?:? ?)?((?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX])(?![\d-])(?: ?\((?:pbk|hbk|print|online|ebook)\.?\))?/gi
const pageOfDoi = /(?:\.pdf|\/(?:full|abstract|pdf|epdf|meta|fulltext|summary|html))+$/i
const mostBareCharacters = 200

/** Where `isBare`, a number that has an identifier's form is one even if nothing announces it. */
export function readIdentifiers(text: string, { isBare = false } = {}): IdentifiedText {
  const found: Found[] = []
  const take = (name: keyof Identifiers) => (_: string, value: string) => {
    found.push({ name, value })
    return ' '
  }
  if (!/\d|:\/\//.test(text)) return { identifiers: {}, rest: text, count: 0 }
  let rest = takeAddresses(text, found)
  if (rest.includes('10.')) rest = rest.replace(doi, (_, value: string) => takeDoi(value, found))
  if (/arxiv/i.test(rest)) rest = rest.replace(arxivAddress, take('arxivId')).replace(arxiv, take('arxivId'))
  if (rest.includes('abs/')) rest = rest.replace(corr, take('arxivId'))
  if (rest.includes('[')) rest = rest.replace(bracketedArxiv, take('arxivId'))
  rest = rest.replace(oldArxiv, take('arxivId'))
  if (/pmid|pmc\d/i.test(rest)) rest = rest.replace(pmid, take('pmid')).replace(pmcid, take('pmcid'))
  if (isBare && text.length <= mostBareCharacters) rest = rest.replace(bareArxiv, take('arxivId'))
  if (isBare || /isbn/i.test(rest)) rest = rest.replace(isbn, (whole, value: string) => takeIsbn(whole, value, found))
  return { identifiers: collect(found), rest: found.length === 0 ? text : tidy(rest), count: found.length }
}

/** What a record keeps of them: PubMed's number and the ISBN under biblatex's names. */
export function fieldsOfIdentifiers({
  doi: name,
  arxivId,
  pmid: record,
  pmcid: article,
  isbn: book,
  url,
}: Identifiers): EntryFields {
  const extra = {
    ...(article === undefined ? {} : { eprint: article, eprinttype: 'pmc' }),
    ...(record === undefined ? {} : { eprint: record, eprinttype: 'pubmed' }),
    ...(book === undefined ? {} : { isbn: book }),
  }
  return {
    ...(name === undefined ? {} : { doi: name }),
    ...(arxivId === undefined ? {} : { arxivId }),
    ...(url === undefined ? {} : { url }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  }
}

function takeAddresses(text: string, found: Found[]): string {
  if (!text.includes('://')) return text
  const parts: string[] = []
  let last = 0
  for (const match of text.matchAll(address)) {
    const url = trimEnd(match[0].replace(/^<|>$/g, ''))
    parts.push(text.slice(last, match.index).replace(addressAnnouncement, ''), ' ')
    last = match.index + (match[0].startsWith('<') ? match[0].length : url.length)
    found.push(...readAddress(url))
  }
  return [...parts, text.slice(last)].join('')
}

/** An address of a resolver says no more than the identifier in it. */
export function readAddress(url: string): readonly Found[] {
  const plain = url.replace(/%2f/gi, '/')
  const preprint =
    /^https?:\/\/(?:[\w-]+\.)*arxiv\.org\/(?:abs|pdf|html|ps|format|list)\/((?:\d{4}\.\d{4,5})|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i.exec(
      plain,
    )?.[1]
  if (preprint !== undefined) return [{ name: 'arxivId', value: preprint }]
  const record = /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,8})/i.exec(plain)?.[1]
  if (record !== undefined) return [{ name: 'pmid', value: record }]
  const name = /[/=](10\.\d{4,9}\/[^\s?#&]+)/.exec(plain)?.[1]
  const hosted = /\/(?:abs|pdf|html|papers?)\/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i.exec(plain)?.[1]
  if (name === undefined) {
    return hosted === undefined
      ? [{ name: 'url', value: url }]
      : [
          { name: 'arxivId', value: hosted },
          { name: 'url', value: url },
        ]
  }
  const value = trimEnd(name).replace(pageOfDoi, '')
  const isResolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(plain)
  return [...ofDoi(value), ...(isResolver ? [] : [{ name: 'url' as const, value: url }])]
}

function takeDoi(value: string, found: Found[]): string {
  const name = trimEnd(value)
  found.push(...ofDoi(name))
  return ` ${value.slice(name.length)}`
}

function ofDoi(value: string): readonly Found[] {
  const preprint = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/i.exec(value)?.[1]
  return [
    { name: 'doi', value: value.toLowerCase() },
    ...(preprint === undefined ? [] : [{ name: 'arxivId' as const, value: preprint }]),
  ]
}

function takeIsbn(whole: string, value: string, found: Found[]): string {
  const digits = value.replace(/[- ]/g, '').toUpperCase()
  if (!isIsbn(digits)) return whole
  found.push({ name: 'isbn', value: digits })
  return ' '
}

/** ISO 2108: the weighted sum of the digits is a multiple of 11, or of 10. */
function isIsbn(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  if (values.length === 10) return values.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11 === 0
  return (
    /^97[89]\d{10}$/.test(digits) && values.reduce((sum, value, index) => sum + value * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  )
}

/** Punctuation after an address or a name belongs to the sentence; a bracket closes what was opened before. */
function trimEnd(value: string): string {
  let text = value.replace(/[.,;:!?'"’”*]+$/, '')
  while (/[)\]}]$/.test(text) && !isBalanced(text)) text = text.slice(0, -1).replace(/[.,;:]+$/, '')
  return text
}

function isBalanced(text: string): boolean {
  const count = (characters: RegExp) => text.match(characters)?.length ?? 0
  return count(/[([{]/g) >= count(/[)\]}]/g)
}

/** Of several of a kind the first. */
function collect(found: readonly Found[]): Identifiers {
  return Object.fromEntries(found.toReversed().map(({ name, value }) => [name, value]))
}

/** Brackets and punctuation that were left around nothing. */
function tidy(text: string): string {
  return text
    .replace(/\( *\)|\[ *\]|< *>/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/([.,;:])(?: +[.,;:])+/g, '$1')
    .replace(/ +(?=[.,;:])/g, '')
    .trim()
}

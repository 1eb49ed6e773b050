/**
 * The words by which columns of tables and labels of records name what they hold, in the languages that lists come in and in the exports
 * of common programs. Letters and digits alone count: `Author(s)`, `authors_` and `AUTHORS` are one word.
 */
import type { FieldName } from '../../../db/model/fields.ts'

export type FieldWord =
  | Exclude<FieldName, 'andOthers' | 'extra'>
  | 'identifier'
  | 'pmid'
  | 'isbn'
  | 'pageStart'
  | 'pageEnd'
  | 'tags'
  | 'notes'
  | 'comments'
  | 'status'
  | 'nothing'

const table: { readonly [Word in FieldWord]: string } = {
  title:
    'title, document title, article title, paper title, paper, name, titel, titre, título, titulo, titolo, название, заголовок, 标题, 題名, 题名, 篇名, タイトル, 제목, display name, ti',
  authors:
    'authors, author, who, wer, qui, written by, author s, first author, lead author, erstautor, premier auteur, primer autor, author names, author full names, authors full names, author list, creators, creator, by, autor, autoren, auteur, auteurs, autores, autori, autore, verfasser, автор, авторы, 作者, 著者, 저자, contributors, authorships author display name, au, af',
  abstract:
    'abstract, abstract note, summary, description, zusammenfassung, kurzfassung, résumé, resumen, resumo, sommario, riassunto, аннотация, 摘要, 要旨, 초록, ab',
  year: 'year, yr, when, wann, publication year, pub year, published year, date, publication date, published, date published, pub date, cover date, publish date, jahr, erscheinungsjahr, datum, année, annee, año, ano, anno, fecha, год, 年份, 年, 出版年, 発行年, 연도, erschienen, erscheinungsdatum, veröffentlicht, py',
  venue:
    'venue, journal, journal book, journal title, journal name, journal reference, journal ref, publication, publication title, publication name, publication venue, source title, source, booktitle, book title, conference, conference name, proceedings, proceedings title, container title, published in, appeared in, zeitschrift, tagung, konferenz, revue, revista, rivista, conferencia, журнал, 期刊, 刊名, 来源, 会议, 雑誌名, 저널, primary location source display name, host venue display name, where published, where, wo, où, quelle, so',
  volume: 'volume, vol, band, tome, volumen, том, 卷, biblio volume, vl',
  issue: 'issue, number, no, issue number, heft, ausgabe, numéro, número, numero, номер, 期, biblio issue, is',
  pages: 'pages, page, page range, seiten, p, pp, páginas, paginas, pagine, страницы, 页码, ページ',
  pageStart: 'page start, start page, first page, biblio first page, bp',
  pageEnd: 'page end, end page, last page, biblio last page, ep',
  doi: 'doi, doi link, doi url, di',
  arxivId: 'arxiv, arxiv id, arxivid, eprint, e print',
  url: 'url, urls, link, links, pdf link, pdf, web, website, web page, webseite, adresse, lien, enlace, full text url, paper link, paper url, ссылка, 链接',
  identifier: 'id, identifier, cite as, identifiers, paper id, reference id',
  pmid: 'pmid, pubmed id, pubmed',
  isbn: 'isbn, isbns, isbn13',
  entryType: 'type, item type, document type, publication type, entry type, dokumenttyp, typ, dt',
  tags: 'tags, tag, keywords, keyword, author keywords, manual tags, labels, topics, topic, schlagwörter, schlagworte, mots clés, palabras clave, parole chiave, ключевые слова, 关键词, キーワード, bookshelves, de',
  notes: 'notes, note, my notes, remarks, annotation, private notes, notizen, notiz, bemerkung, notas, remarques, 备注',
  comments: 'comment, comments, author comments',
  status: 'status, read, reading status, state, read status, done, gelesen, exclusive shelf, lu, leído, 状态',
  nothing:
    'one sentence summary, number of pages, subjects, subject, subject class, msc class, acm class, report no, report number, categories, primary category, affiliation, affiliations, author affiliations, author information, publisher, place, language, issn, eissn, cited by, citations, citation count, times cited, key, citation key, date added, date modified, access date, submitted, submitted on, submission, revised, last modified, modified, updated, accepted, received, readers, tl dr, tldr, code, github, slides, video, poster, project, project page, supplementary, supplementary material, license, licence, related doi, pmcid, editor, editors, series, size, number, rank, session, track, presentation, copyright information, conflict of interest statement, award, area, primary area, decision, venueid, bibtex, corresponding author',
}

const fieldWords: ReadonlyMap<string, FieldWord> = new Map(
  Object.entries(table)
    .flatMap(([word, names]) => names.split(', ').map((name) => [foldWord(name), word as FieldWord] as const))
    .reverse(),
)

export function findFieldWord(text: string): FieldWord | undefined {
  const bare = text.replace(/ ?\([^()]*\)/, '')
  return (
    fieldWords.get(foldWord(text)) ??
    fieldWords.get(foldWord(bare)) ??
    fieldWords.get(foldWord(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')))
  )
}

function foldWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Japanese references, parted by brackets or by marks of full width:
 *   丸山眞男『日本の思想』岩波書店，1961年．                    a book
 *   山中伸弥，高橋和利「iPS細胞の樹立」『実験医学』26巻，5号，690-695頁，2008年．
 *   湯川秀樹：素粒子の相互作用について．日本数学物理学会誌，17，48-57，1935．
 */
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import { type ReferenceParts, withTitle } from './cut-title.ts'

const names =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,8}(?:[，、,・ ]{1,2}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,8}){0,20}(?:ほか|他|編)?$/u
const parts = /^([^「『：]{2,200})(?:「([^」]{2,300})」|『([^』]{2,300})』|：([^．]{2,300})．)[，．, ]*/u
const yearOfBook = /((?:1[5-9]|20)\d\d)年?/u

export function cutIdeographic(text: string): ReferenceParts | null {
  const [whole = '', before = '', article, book, plain] = parts.exec(text) ?? []
  const title = article ?? book ?? plain
  if (title === undefined || !names.test(before)) return null
  const { authors, andOthers, isCertain } = parseAuthorLine(before.replace(/編$/, '').replaceAll('・', '，'))
  const rest = text.slice(whole.length)
  return withTitle({
    authors: { authors, andOthers, isCertain },
    title,
    tail: book === undefined ? toWestern(rest) : (yearOfBook.exec(rest)?.[1] ?? ''),
    year: null,
  })
}

/** What is read of details are numbers and what stands before them. */
function toWestern(tail: string): string {
  return tail
    .replace(/[『』]/g, ' ')
    .replace(/第?(\d+)巻/g, ', vol. $1')
    .replace(/第?(\d+)号/g, ', no. $1')
    .replace(/(\d+(?:[-–－〜~]\d+)?)頁/g, 'pp. $1')
    .replace(/(\d{4})年/g, '$1')
    .replaceAll('，', ', ')
    .replaceAll('．', '. ')
}

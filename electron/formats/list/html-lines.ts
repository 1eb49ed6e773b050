/**
 * A saved web page → lines of text that keep their numbers: tags go, what is not shown goes with them, and where a tag of a block or a line
 * break parts two texts of one line, they become two.
 */
import type { SourceLine } from '../decode-text.ts'

const page = /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i
const hidden = /^(?:script|style|head|noscript|template|svg|nav|select|button|annotation)$/i
const block =
  /^\/?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/i
/** Bounded, so that a quote or comment that is never closed costs little. */
const tag = /<!--[\s\S]{0,50000}?-->|<(\/?[a-z][a-z0-9]*|![a-z]+)(?:"[^"]{0,9999}"|'[^']{0,9999}'|[^"'<>])*>/gi
const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d?);/gi
const names: { readonly [name: string]: string } = Object.fromEntries(
  'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 ndash:– mdash:— lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… copy:© reg:® middot:· bull:• times:× deg:° plusmn:± laquo:« raquo:» shy: ensp:\u2002 emsp:\u2003 thinsp:\u2009 zwnj: zwj: euro:€ pound:£ sect:§ para:¶ dagger:† Dagger:‡ szlig:ß aelig:æ AElig:Æ oslash:ø Oslash:Ø aring:å Aring:Å ccedil:ç Ccedil:Ç ntilde:ñ Ntilde:Ñ alpha:α beta:β gamma:γ delta:δ epsilon:ε lambda:λ mu:μ pi:π sigma:σ tau:τ omega:ω thorn:þ eth:ð oelig:œ scaron:š Scaron:Š'
    .split(' ')
    .map((pair) => pair.split(':')),
)
const accents: { readonly [name: string]: string } = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  caron: '\u030c',
  cedil: '\u0327',
}

export function isWebPage(lines: readonly SourceLine[]): boolean {
  const first = lines.find(({ text }) => text.trim() !== '')
  return first !== undefined && page.test(first.text)
}

type Page = { readonly shown: { readonly number: number; text: string }[]; line: number; hiddenIn: string | null; isBreak: boolean }

/** Texts on one source line share its number. */
export function readWebPage(lines: readonly SourceLine[]): readonly SourceLine[] {
  const source = lines.map(({ text }) => text).join('\n')
  const state: Page = { shown: [], line: 1, hiddenIn: null, isBreak: true }
  let last = 0
  for (const match of source.matchAll(tag)) {
    putText(state, source.slice(last, match.index))
    last = match.index + match[0].length
    state.line += match[0].split('\n').length - 1
    passTag(state, (match[1] ?? '').toLowerCase())
  }
  putText(state, source.slice(last))
  return state.shown
}

function passTag(state: Page, name: string): void {
  if (state.hiddenIn === null && hidden.test(name)) state.hiddenIn = name
  else if (name === `/${state.hiddenIn}` || (state.hiddenIn === 'head' && name === 'body')) state.hiddenIn = null
  if (block.test(name)) state.isBreak = true
}

function putText(state: Page, text: string): void {
  for (const [index, piece] of text.split('\n').entries()) {
    if (index > 0) state.line++
    const plain = state.hiddenIn === null ? decodeEntities(index > 0 ? ` ${piece}` : piece).replace(/\s+/g, ' ') : ''
    const last = state.shown.at(-1)
    if (!state.isBreak && last !== undefined) last.text += plain
    else if (plain.trim() !== '') {
      state.shown.push({ number: state.line, text: plain })
      state.isBreak = false
    }
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(entity, (whole, name: string) => {
    if (name.startsWith('#')) return decodeNumber(name.slice(1)) ?? whole
    const accented = /^([a-z])(acute|grave|circ|uml|tilde|caron|cedil)$/i.exec(name)
    if (names[name] === undefined && accented !== null) return `${accented[1]}${accents[accented[2] ?? ''] ?? ''}`.normalize('NFC')
    return names[name] ?? whole
  })
}

function decodeNumber(number: string): string | null {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null
}

/**
 * UTF-8 that was once read as another, single-byte code page: `MÃ¼ller`, `Quilodrรกn`, `â€œquotedâ€`. The characters of a run that
 * is not ASCII are written back as bytes of the code page, and the bytes are read as UTF-8. Since short runs of real text can pass
 * by chance (Russian `её` in KOI8-R, German `Spaß“` and Thai `รบ` all do), a run is repaired only where the text gives it away:
 *   Latin pages: a symbol or control character stands inside the run, where letters should be (`Ã¼`, `â€™`), or it begins with
 *     `Ã`, `Ä` or `Å` before a letter that none of the languages writing these puts there (`GroÃŸe`);
 *   other scripts: no word of the line in that script is left unexplained, and the run stands inside a Latin word (`Cรฉsar`),
 *     or reads as two letters or more of a script of its own (`РњРёСЂ` → `Мир`);
 * and what comes out must be letters, punctuation or symbols in common use, in a case that fits their neighbours.
 */
type CodePage = { readonly name: string; readonly script: RegExp | null; readonly bytes: ReadonlyMap<string, number> }

type Run = { readonly start: number; readonly text: string; readonly repaired: string }

/** What stands next to a run. */
type Context = { readonly before: string; readonly after: string }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** In order of preference where two pages explain a line equally well. */
const codePages: readonly CodePage[] = [
  codePage('windows-1252', null),
  codePage('windows-1254', null),
  codePage('windows-1250', null),
  codePage('windows-1257', null),
  codePage('iso-8859-15', null),
  codePage('iso-8859-2', null),
  codePage('macintosh', null),
  codePage('windows-874', /\p{Script=Thai}/u),
  codePage('windows-1251', /\p{Script=Cyrillic}/u),
  codePage('koi8-r', /\p{Script=Cyrillic}/u),
  codePage('iso-8859-5', /\p{Script=Cyrillic}/u),
  codePage('windows-1253', /\p{Script=Greek}/u),
  codePage('iso-8859-7', /\p{Script=Greek}/u),
]

const runs = /[^\p{ASCII}]{2,}/gu
const anyRun = /[^\p{ASCII}]{2}/u
const symbol = /[^\p{L}\p{M}]|[ªº]/u
const impossiblePair = /[ÃÄÅ][ƒŠŒŽšœžŸ]/
/** Letters of European languages, punctuation and symbols; rare blocks that chance runs fall into are left out. */
const plausible = new RegExp(
  `^(?:${[
    '[\\u00a0-\\u017f\\u0218-\\u021b\\u02bb\\u02bc\\u1e00-\\u1eff]',
    '[\\u0300-\\u0308\\u030a-\\u030c\\u0327\\u0328]',
    '[\\u0386\\u0388-\\u03ce]',
    '[\\u0401\\u0404\\u0406\\u0407\\u0410-\\u044f\\u0451\\u0454\\u0456\\u0457\\u0490\\u0491]',
    '[\\u2009-\\u2044\\u20ac\\u2100-\\u214f\\u2190-\\u22ff\\u2500-\\u25ff\\ufb00-\\ufb06\\ufeff]',
    '[\\u3000-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff00-\\uffef]',
    '[\\u{1f300}-\\u{1faff}]',
  ].join('|')})+$`,
  'u',
)
/** Scripts of which one letter alone proves nothing. */
const foreign = /[\u0401-\u0491\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/gu
const letterBefore = /[\p{L}\p{M}]$/u
const letterAfter = /^[\p{L}\p{M}]/u

/** The line with its damage repaired, or `null` if it has none that is certain. */
export function repairMojibake(line: string): string | null {
  if (!anyRun.test(line)) return null
  let best: readonly Run[] = []
  for (const page of codePages) {
    const repaired = repairRuns(line, page)
    if (repairedLength(repaired) > repairedLength(best)) best = repaired
  }
  return best.length === 0 ? null : replaceRuns(line, best)
}

/** The runs that this page explains. */
function repairRuns(line: string, page: CodePage): readonly Run[] {
  const found: Run[] = []
  for (const match of line.matchAll(runs)) {
    const repaired = decodeRun(match[0], page)
    if (repaired !== null) found.push({ start: match.index, text: match[0], repaired })
    else if (page.script?.test(match[0])) return []
  }
  const certain = found.filter((run) => isCertain(line, run, page))
  return certain.length === 0 ? [] : found.filter((run) => certain.includes(run) || isInsideLatinWord(contextOf(line, run), run))
}

function decodeRun(run: string, page: CodePage): string | null {
  const bytes = new Uint8Array(run.length)
  for (let index = 0; index < run.length; index++) {
    const byte = page.bytes.get(run.charAt(index))
    if (byte === undefined) return null
    bytes[index] = byte
  }
  try {
    const text = decoder.decode(bytes)
    return plausible.test(text) ? text : null
  } catch {
    return null
  }
}

function isCertain(line: string, run: Run, page: CodePage): boolean {
  const context = contextOf(line, run)
  const foreignLetters = run.repaired.match(foreign)?.length ?? 0
  if (foreignLetters > 0) return foreignLetters > 1
  if (!fitsCase(context, run.repaired)) return false
  if (page.script !== null) return /[a-z]$/i.test(context.before) || /^[a-z]/i.test(context.after)
  if (page.name === 'macintosh') return run.text.startsWith('‚') || isInsideLongWord(context, run.repaired)
  if (!symbol.test(run.text) && !impossiblePair.test(run.text)) return false
  return /^[ÂÃâÎÏ]/.test(run.text) || isInsideLatinWord(context, run)
}

/** `“EUROPÄ”` ends in a capital and a quotation mark, and `5 Å±0.1` is a measure: neither is damage. */
function isInsideLatinWord(context: Context, { text, repaired }: Run): boolean {
  if (!fitsCase(context, repaired)) return false
  if (/\p{Lu}$/u.test(context.before) && /^[ÄÅ]\p{P}$/u.test(text) && !letterAfter.test(context.after)) return false
  return letterBefore.test(context.before) || letterAfter.test(context.after) || !/^\p{L}$/u.test(repaired)
}

/** `√π` is mathematics; in `M√ºller` a word of four letters or more surrounds it. */
function isInsideLongWord({ before, after }: Context, repaired: string): boolean {
  const word = (/\p{L}*$/u.exec(before)?.[0] ?? '') + (/^\p{L}*/u.exec(after)?.[0] ?? '')
  return word.length >= 3 && /^[\p{L}\p{M}]+$/u.test(repaired)
}

/** No small letter between capitals, and no capital inside a word of small letters. */
function fitsCase({ before, after }: Context, repaired: string): boolean {
  if (/^\p{Lu}/u.test(repaired) && letterBefore.test(before) && /^\p{Ll}/u.test(after)) return false
  return !/\p{Ll}/u.test(repaired) || !(/\p{Lu}{2}$/u.test(before) || /^\p{Lu}/u.test(after))
}

function contextOf(line: string, { start, text }: Run): Context {
  const end = start + text.length
  return { before: line.slice(Math.max(0, start - 20), start), after: line.slice(end, end + 20) }
}

function replaceRuns(line: string, repaired: readonly Run[]): string {
  let text = ''
  let end = 0
  for (const run of repaired) {
    text += line.slice(end, run.start) + run.repaired
    end = run.start + run.text.length
  }
  return text + line.slice(end)
}

function repairedLength(repaired: readonly Run[]): number {
  return repaired.reduce((length, run) => length + run.text.length, 0)
}

/** The upper half of a code page, backwards; bytes it leaves free stand for the characters of the same number. */
function codePage(name: string, script: RegExp | null): CodePage {
  const decodePage = new TextDecoder(name)
  const bytes = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const character = decodePage.decode(Uint8Array.of(byte))
    if (byte < 0xa0 || character === '\ufffd') bytes.set(String.fromCharCode(byte), byte)
    if (character !== '\ufffd') bytes.set(character, byte)
  }
  return { name, script, bytes }
}

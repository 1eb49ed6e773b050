/**
 * The word that opens an abstract: `Abstract:`, `Abstract.`, `Abstract—`, `ABSTRACT ` before a capital, or alone on its line; bare, in
 * Markdown's or HTML's bold, or as a Markdown heading. `Abstract reasoning is …` opens nothing.
 */
const words = 'abstract|summary|zusammenfassung|kurzfassung|résumé|resumen|resumo|sommario|riassunto|аннотация|摘要|要旨'
const opening = `^(?:#{1,6} )?(?:\\*\\*|__|<b>|<strong>)?(?:${words})`
const closing = '(?:\\*\\*|__|</b>|</strong>)?'
const before = new RegExp(`${opening}${closing} ?[:：.—–]${closing} ?(?=\\S)|${opening}${closing} - (?=\\S)`, 'iu')
const shouted = /^(?:ABSTRACT|SUMMARY) (?=\p{Lu})/u
const alone = new RegExp(`^TL;?DR$|${opening}${closing} ?[:：.—–-]?${closing}$`, 'iu')
/** Behind a full stop or the mark of a cut. */
const longestButton = 40
const button = /(?:\s*[▽△▼▲▾▴⌄]\s*(?:more|less)|(?<=[.…])\s+(?:(?:show|read|see) (?:more|less)|expand|collapse))$/i
const longestMarker = 40

export type MarkerPlace = 'none' | 'start' | 'alone'

export function findAbstractMarker(text: string): MarkerPlace {
  const head = text.slice(0, longestMarker)
  if (text.length < longestMarker && alone.test(text)) return 'alone'
  return before.test(head) || shouted.test(head) ? 'start' : 'none'
}

/** The text between its marker and the button that shows more or less of it. */
export function removeAbstractMarks(text: string): string {
  return removeButton(removeAbstractMarker(text))
}

export function removeButton(text: string): string {
  const tail = text.slice(-longestButton)
  return /[a-z]$/i.test(tail) && button.test(tail) ? text.slice(0, text.length - tail.length) + tail.replace(button, '') : text
}

/** The text after its marker; only the marker goes. */
export function removeAbstractMarker(text: string): string {
  if (findAbstractMarker(text) === 'alone') return ''
  const head = text.slice(0, longestMarker)
  const length = (before.exec(head) ?? shouted.exec(head))?.[0].length ?? 0
  return text.slice(length).trimStart()
}

/**
 * What opens an item of a list and is none of its words:
 *   `[1]`  `(3)`  `2.`  `4)`  `5]`  `#812`  `No. 7`     a number; by wide space or a tab alone, too
 *                                               a year in brackets is none
 *   `[Knu97]`  `J4.`                                a key
 *   `-`  `•`  `→`  `★`  `»`                         a bullet: whatever symbol stands by itself; `|`, `~` and the like are code or tables
 *   `Required reading:`                             as courses say what must be read
 */
export const itemNumber =
  /^(?:\[(\d{1,5})\]|\((?!(?:19|20)\d\d\))(\d{1,5})\)|(?:(?:#|№ ?|(?:No|Nr)\.? )(?=\d))?(\d{1,5})[.):\]]|(?:#|№ ?|(?:No|Nr)\.? )(\d{1,5})(?= )|(\d{1,3})(?=\t| {3})|\[\p{L}[\p{L}\p{N}+*-]{1,12}\]|\p{Lu}{1,2}\d{1,3}\.)(?=\s|$|[\p{L}“"])/u
export const bullet = /^(?:(?![|<>=~^`©®°™])[\p{So}\p{Sm}\p{Pd}*•‣·»›]\ufe0f?|\\item)\s+(?=\S)/u

const readingLabel =
  /^(?:\*\*|__)?(?:(?:required|optional|recommended|suggested|background|further|additional|primary|main|core)(?: readings?| papers?)?|readings?|must[- ]read) ?:(?:\*\*|__)? (?=\S)/i

/** The text of an item without its number or bullet. */
export function removeItemStart(text: string): string {
  return text.replace(itemNumber, '').replace(bullet, '').trimStart().replace(readingLabel, '')
}

/** The number that opens an item; `null` for a key, `undefined` where there is neither. */
export function readItemNumber(text: string): number | null | undefined {
  const match = itemNumber.exec(text)
  if (match === null) return undefined
  const digits = match.slice(1).find((group) => group !== undefined)
  return digits === undefined ? null : Number(digits)
}

/**
 * The objects of a JSON array (RFC 8259), found by structure alone, so that a broken one costs no other: the array is the whole text, or
 * a member of one object (`"items"`, `"references"`); a text that is one object is one item. A string ends with its line at the latest.
 * An object that is not closed ends where the next one begins: at a brace that opens a line as the first object's did, or that
 * opens with `"id"` or `"type"`, as no object inside an item does.
 */

export type JsonMember = { readonly name: string; readonly start: number; readonly end: number }

/** `end` is behind the last character of the item. */
export type JsonItem = {
  readonly start: number
  readonly end: number
  readonly members: readonly JsonMember[]
  readonly isClosed: boolean
}

const token = /"(?:[^"\\\r\n]|\\[^\r\n])*"?|[{}[\],]/g
const startOfItem = /\{\s*"(?:id|type)"\s*:/y

/** A state machine in one function: the open item, its open member, and how deep the text is. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a state machine reads best in one piece.
export function* scanJsonItems(text: string): Generator<JsonItem> {
  const base = depthOfItems(text)
  let item: { start: number; members: JsonMember[] } | null = null
  let member: { name: string; start: number } | null = null
  let depth = 0
  let indent: string | null = null
  const endMember = (end: number) => {
    if (item !== null && member !== null) item.members.push({ ...member, end })
    member = null
  }
  function* endItem(end: number, isClosed: boolean): Generator<JsonItem> {
    endMember(isClosed ? end - 1 : end)
    if (item !== null) yield { ...item, end, isClosed }
    item = null
  }
  token.lastIndex = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark] = found
    const at = found.index
    if (mark === '{' && item !== null && isNextItem(text, at, indent)) {
      yield* endItem(at, false)
      depth = base
    }
    if (mark === '{' && depth === base && item === null) {
      item = { start: at, members: [] }
      indent ??= indentAt(text, at)
    }
    if (mark === '{' || mark === '[') depth++
    else if (mark === '}' || mark === ']') {
      depth--
      if (depth === base && mark === '}') yield* endItem(at + 1, true)
    } else if (mark === ',' && depth === base + 1) endMember(at)
    else if (mark !== ',' && depth === base + 1 && member === null && item !== null) member = { name: nameOf(mark), start: at }
  }
  yield* endItem(text.length, false)
}

/** How many brackets are open around an item. */
function depthOfItems(text: string): number {
  const [opening = ''] = /\S/.exec(text) ?? []
  if (opening === '[') return 1
  return /^\s*\{\s*"(?:items|references)"\s*:\s*\[/.test(text) ? 2 : 0
}

function isNextItem(text: string, at: number, indent: string | null): boolean {
  startOfItem.lastIndex = at
  return startOfItem.test(text) || (indent !== null && indentAt(text, at) === indent)
}

/** The white space before a brace that opens its line; null for any other. A line may be the whole file: only that space is looked at. */
function indentAt(text: string, at: number): string | null {
  let start = at
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return text[start - 1] === '\n' ? text.slice(start, at) : null
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return ''
  }
}

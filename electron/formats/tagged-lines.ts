/** Files of tagged lines, RIS and MEDLINE: a tag at the beginning of a line, then its value, which goes on where lines have no tag. */
import type { SourceLine } from './decode-text.ts'
import type { Said } from './draft-builder.ts'

/** `text` has the line breaks of the source. */
export type TaggedLine = { readonly tag: string; text: string; readonly lines: { readonly lineStart: number; lineEnd: number } }

/** `pattern` finds a tag and what follows it. Lines before the first tag are passed over, and so are those after one that closes. */
export function* tagLines(lines: Iterable<SourceLine>, pattern: RegExp): Generator<TaggedLine> {
  let open: TaggedLine | null = null
  for (const { number, text } of lines) {
    const [, tag, value = ''] = pattern.exec(text) ?? []
    if (tag !== undefined) {
      if (open !== null) yield open
      open = { tag: tag.toUpperCase(), text: value, lines: { lineStart: number, lineEnd: number } }
    } else if (open !== null && open.tag !== 'ER' && text.trim() !== '') {
      open.text += `\n${text.trim()}`
      open.lines.lineEnd = number
    }
  }
  if (open !== null) yield open
}

/** The tags of one record, each taken once. */
export type Tags = {
  /** The first value of the first of these tags that has one; further ones stay. */
  readonly first: (...tags: readonly string[]) => Said | undefined
  /** In the order of the tags, then of the record. */
  readonly all: (...tags: readonly string[]) => readonly Said[]
  /** The value of the first of these tags that is there, which stays. */
  readonly peek: (...tags: readonly string[]) => string | undefined
  /** The tags that nobody took. */
  readonly left: () => readonly string[]
}

export function tagsOf(record: readonly TaggedLine[]): Tags {
  const byTag = new Map([...Map.groupBy(record, ({ tag }) => tag)].map(([tag, lines]): [string, Said[]] => [tag, [...lines]]))
  const all = (...tags: readonly string[]) =>
    tags.flatMap((tag) => {
      const said = byTag.get(tag) ?? []
      byTag.delete(tag)
      return said
    })
  const first = (...tags: readonly string[]) => {
    const tag = tags.find((name) => byTag.has(name)) ?? ''
    const [said, ...rest] = byTag.get(tag) ?? []
    if (rest.length > 0) byTag.set(tag, rest)
    else byTag.delete(tag)
    return said
  }
  const peek = (...tags: readonly string[]) =>
    tags.map((tag) => byTag.get(tag)?.[0]?.text.trim()).find((text) => text !== undefined)
  return { first, all, peek, left: () => [...byTag.keys()] }
}

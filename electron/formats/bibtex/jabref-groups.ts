/**
 * JabRef's tree of groups in a comment, as JabRef 3 and Better BibTeX write it:
 *   @comment{jabref-meta: groupstree: 0 AllEntriesGroup:; 1 ExplicitGroup:Name\;0\;key1\;key2\;; 2 …; }
 * A number is the depth; `\;` parts the fields of a group, `;` groups; both may be escaped once more, and lines be broken anywhere.
 * Newer versions name the groups in each entry, in `groups`, by their last names alone; the tree says what they stand in.
 */
import type { Draft } from '../../../db/model/draft.ts'

/** What the comments of a file say of groups. */
export type Groups = {
  /** By key in lower case. */
  readonly ofKey: Map<string, string[]>
  /** `Parent/Child` for a group that entries call `Child`; null where two are called so. */
  readonly paths: Map<string, string | null>
}

/** A keyword with the name of a group is that group: JabRef makes groups of keywords too. */
export function addGroups(draft: Draft, { ofKey, paths }: Groups): Draft {
  if (ofKey.size + paths.size === 0) return draft
  const { status = null, tags = [], notes = [] } = draft.reading ?? {}
  const groups = ofKey.get(draft.citationKey?.toLowerCase() ?? '') ?? []
  if (groups.length === 0 && !tags.some((tag) => paths.has(tag))) return draft
  return { ...draft, reading: { status, tags: [...new Set([...tags.map((tag) => paths.get(tag) ?? tag), ...groups])], notes } }
}

const opening = /^@[ \t]*comment\s*\{\s*jabref-meta:\s*group(?:stree|ing):/i

/** Adds the groups that a comment gives to each key, and those that stand in others. */
export function readJabrefGroups(comment: string, { ofKey, paths }: Groups): void {
  if (!opening.test(comment)) return
  const path: string[] = []
  for (const group of comment
    .replace(opening, '')
    .replace(/\}\s*$/, '')
    .replace(/\n/g, '')
    .split(/(?<!\\);/)) {
    const [, depth = '', kind = '', content = ''] = /^\s*(\d+) (\w+):(.*)$/.exec(group) ?? []
    if (depth === '' || kind === 'AllEntriesGroup') continue
    const [name = '', _context, ...keys] = content.split(/\\+;/).map((part) => part.replace(/\\(.)/g, '$1').trim())
    path.splice(Number(depth) - 1, Number.POSITIVE_INFINITY, name)
    if (kind === 'StaticGroup') paths.set(name, paths.has(name) ? null : path.join('/'))
    if (kind !== 'ExplicitGroup') continue
    for (const key of keys.filter((part) => part !== ''))
      ofKey.set(key.toLowerCase(), [...(ofKey.get(key.toLowerCase()) ?? []), path.join('/')])
  }
}

/**
 * JabRef's tree of groups in a comment, as JabRef 3 and Better BibTeX write it:
 *   @comment{jabref-meta: groupstree: 0 AllEntriesGroup:; 1 ExplicitGroup:Name\;0\;key1\;key2\;; 2 …; }
 * A number is the depth; `\;` parts the fields of a group, `;` groups; both may be escaped once more, and lines be broken anywhere.
 * Newer versions name the groups in each entry, in `groups`.
 */
const opening = /^@[ \t]*comment\s*\{\s*jabref-meta:\s*group(?:stree|ing):/i

/** Adds the groups that a comment gives to each key, in lower case. */
export function readJabrefGroups(comment: string, groupsOf: Map<string, string[]>): void {
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
    if (kind !== 'ExplicitGroup') continue
    for (const key of keys.filter((part) => part !== ''))
      groupsOf.set(key.toLowerCase(), [...(groupsOf.get(key.toLowerCase()) ?? []), path.join('/')])
  }
}

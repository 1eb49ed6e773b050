/**
 * BibDesk's groups in a comment, as a property list: for each group a name and the keys of its entries, between commas.
 *   @comment{BibDesk Static Groups{ … <key>group name</key><string>To read</string><key>keys</key><string>key1,key2</string> … }}
 */
import { decodeEntities } from '../../../db/model/html-entities.ts'
import type { Groups } from './jabref-groups.ts'

const opening = /^@[ \t]*comment\s*\{\s*BibDesk Static Groups/i
const group = /<key>group name<\/key>\s*<string>([^<]*)<\/string>\s*<key>keys<\/key>\s*<string>([^<]*)<\/string>/g

/** Adds the groups that a comment gives to each key, in lower case. */
export function readBibdeskGroups(comment: string, { ofKey }: Groups): void {
  if (!opening.test(comment)) return
  for (const [, name = '', keys = ''] of comment.matchAll(group)) {
    for (const key of keys.split(',').map((part) => decodeEntities(part).trim().toLowerCase())) {
      if (key !== '') ofKey.set(key, [...(ofKey.get(key) ?? []), decodeEntities(name).trim()])
    }
  }
}

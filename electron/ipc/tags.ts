import { AppError } from '../../db/model/app-error.ts'
import { addTag, listTags, removeTag } from '../../db/queries/tags.ts'
import type { HandlersOf } from './contract.ts'

export const tagHandlers = {
  'tags:list': listTags,
  'tags:add': (db, { paperIds, name }) => addTag(db, { paperIds, name: tagName(name) }),
  'tags:remove': (db, { paperIds, name }) => removeTag(db, { paperIds, name: tagName(name) }),
} satisfies HandlersOf<'tags'>

/** Parts between slashes, without spaces around them; throws `bad-arguments` for what is no name. */
function tagName(typed: string): string {
  const name = typed
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .join('/')
  if (name === '') throw new AppError('bad-arguments', 'A tag needs a name.')
  if (name.length > 200 || /\p{Cc}/u.test(name))
    throw new AppError('bad-arguments', 'The name of a tag has at most 200 characters, all printable.')
  return name
}

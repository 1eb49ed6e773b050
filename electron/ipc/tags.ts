import { addTag, listTags, removeTag } from '../../db/queries/tags.ts'
import type { HandlersOf } from './contract.ts'

export const tagHandlers = { 'tags:list': listTags, 'tags:add': addTag, 'tags:remove': removeTag } satisfies HandlersOf<'tags'>

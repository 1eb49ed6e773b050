import { listSources } from '../../db/queries/sources.ts'
import { removeSource } from '../../db/remove-source.ts'
import type { HandlersOf } from './contract.ts'

export const sourceHandlers = { 'sources:list': listSources, 'sources:remove': removeSource } satisfies HandlersOf<'sources'>

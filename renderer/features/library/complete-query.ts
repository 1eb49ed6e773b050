import { parseQuery } from '../../../db/model/query-language.ts'

/** While a person types, the last word is a beginning: `segm` finds `segmentation`. Quoted words and values of fields are whole. */
export function completeQuery(typed: string): string {
  const isInWord = /[\p{L}\p{N}\p{M}]$/u.test(typed) && (typed.match(/"/g) ?? []).length % 2 === 0
  return isInWord && parseQuery(typed).terms.at(-1)?.kind === 'word' ? `${typed}*` : typed
}

/** The query that finds the papers of a tag or source; a quotation mark cannot be searched for, what stands before it can. */
export function fieldQuery(field: 'tag' | 'source', value: string): string {
  const searchable = value.split('"')[0]?.trim() ?? ''
  return /^[^\s"]+$/.test(searchable) ? `${field}:${searchable}` : `${field}:"${searchable}"`
}

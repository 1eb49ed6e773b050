import { AppError } from '../../../db/model/app-error.ts'
import type { KeptDifference, KeptExport, KeptMode } from '../../../db/model/kept-export.ts'
import { call } from '../../api.ts'

const sentences: { readonly [Mode in KeptMode]: (path: string) => string } = {
  now: (path) => `${path} is up to date`,
  overwrite: (path) => `${path} is written, and from now on after each change`,
  beside: (path) => `Octavo’s version is in ${path}`,
}

/** Answers in a sentence what was done. Throws the reason why it was not. */
export async function writeKept({ id }: Pick<KeptExport, 'id'>, mode: KeptMode): Promise<string> {
  const { path, trouble, message } = await call('keeper:write', { id, mode })
  if (trouble !== null) throw new AppError('cannot-write', message ?? `${path} could not be written.`)
  return sentences[mode](path)
}

/** Nobody sees a key in a text before it is issued. */
export async function compareKept({ id }: Pick<KeptExport, 'id'>): Promise<KeptDifference> {
  for (;;) {
    const outcome = await call('keptExports:compare', { id })
    if (!('unissued' in outcome)) return outcome
    for (let done = 0; done < outcome.unissued.length; done += keysAtOnce)
      await call('bibliography:issueKeys', { paperIds: outcome.unissued.slice(done, done + keysAtOnce) })
  }
}

const keysAtOnce = 1000

export async function stopKeeping({ id, path }: Pick<KeptExport, 'id' | 'path'>): Promise<string> {
  await call('keptExports:stop', { id })
  return `${path} stays as it is`
}

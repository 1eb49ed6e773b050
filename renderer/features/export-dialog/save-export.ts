import { type ExportFormatId, exportFormatOf, formattedReferences } from '../../../db/model/export-formats.ts'
import type { ArgsOf, ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'

/** A sentence of what was done, and what the format has no place for, paper by paper. */
export type Exported = { readonly sentence: string; readonly problems: string | null }

type Request = ArgsOf<'bibliography:export'>
type WrittenText = Extract<ValueOf<'bibliography:export'>, { readonly text: string }>

/** Null where the user thought better of it. */
export async function saveExport(request: Request, papers: string): Promise<Exported | null> {
  const { text, problems } = await writeText(request)
  const path = await call('dialogs:saveText', { suggestedName: suggestedNameOf(request.format), text })
  return path === null ? null : { sentence: `Exported ${papers} to ${path}`, problems: describeProblems(problems) }
}

export async function copyExport(request: Request, papers: string): Promise<Exported> {
  const { text, problems } = await writeText(request)
  await call('clipboard:writeText', { text })
  return { sentence: `Copied ${papers} to the clipboard`, problems: describeProblems(problems) }
}

/** What is typed meanwhile waits for the writer no longer than this takes. */
const keysAtOnce = 1000

async function writeText(request: Request): Promise<WrittenText> {
  for (;;) {
    const outcome = await call('bibliography:export', request)
    if (!('unissued' in outcome)) return outcome
    for (let done = 0; done < outcome.unissued.length; done += keysAtOnce)
      await call('bibliography:issueKeys', { paperIds: outcome.unissued.slice(done, done + keysAtOnce) })
  }
}

/** As text, or with emphasis where the file is one of HTML. */
export async function saveReferences(request: ArgsOf<'bibliography:format'>, papers: string): Promise<Exported | null> {
  const formatted = await call('bibliography:format', request)
  const path = await call('dialogs:saveText', { suggestedName: `references${formattedReferences.extension}`, ...formatted })
  return path === null ? null : { sentence: `Exported ${papers} to ${path}`, problems: null }
}

export async function copyReferences(request: ArgsOf<'bibliography:format'>, papers: string): Promise<Exported> {
  await call('clipboard:writeText', await call('bibliography:format', request))
  return { sentence: `Copied ${papers} to the clipboard`, problems: null }
}

export async function keepExport(request: ArgsOf<'dialogs:keepExport'>['request']): Promise<Exported | null> {
  const kept = await call('dialogs:keepExport', { suggestedName: suggestedNameOf(request.format), request })
  return kept === null ? null : { sentence: `${kept.path} is written, and from now on after each change`, problems: kept.message }
}

function suggestedNameOf(format: ExportFormatId): string {
  return `${format === 'markdown' ? 'reading-list' : 'references'}${exportFormatOf(format)?.extension ?? ''}`
}

const mostNamed = 5

function describeProblems(problems: WrittenText['problems']): string | null {
  if (problems.length === 0) return null
  const named = problems.slice(0, mostNamed).map(({ citationKey, message }) => `${citationKey}: ${message}`)
  const rest = problems.length - named.length
  return [...named, ...(rest > 0 ? [`So it is with ${rest.toLocaleString('en')} more.`] : [])].join(' ')
}

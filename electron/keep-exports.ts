import { AppError } from '../db/model/app-error.ts'
import type { KeptExport, KeptMode } from '../db/model/kept-export.ts'
import type { Answer, ArgsOf, LibraryCallName, ValueOf } from './ipc/contract.ts'
import type { KeptResult } from './write-kept-export.ts'

/** Keeps files that follow the library up to date, one at a time, in a thread that is there only while there are such files. */
export type ExportKeeper = {
  /** After a change of the library. */
  readonly follow: () => void
  /** Writes one file on the user's word. Throws the reason where the library cannot be read. */
  readonly write: (id: number, mode: KeptMode) => Promise<KeptResult>
  readonly close: () => void
}

type Ask = (name: LibraryCallName, args: unknown, at: string) => Promise<Answer<unknown>>
export type KeeperThread = { readonly ask: Ask; readonly close: () => unknown }
type KeeperStart = { readonly ask: Ask; readonly startThread: () => Promise<KeeperThread> }

/** Changes come in bursts, and typing saves three times a second. */
const millisecondsToGather = 400

/** What is typed meanwhile waits for the writer no longer than this takes. */
const keysAtOnce = 1000

export function keepExports({ ask, startThread }: KeeperStart): ExportKeeper {
  let thread: Promise<KeeperThread> | null = null
  let timer: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const closeThread = () => {
    void thread?.then(({ close }) => close())
    thread = null
  }

  async function attempt(kept: KeptExport, mode: KeptMode): Promise<KeptResult> {
    thread ??= startThread()
    const { ask: askThread } = await thread
    for (;;) {
      const outcome = await askFor(askThread, 'keptExports:write', { id: kept.id, mode })
      if (!('unissued' in outcome)) return outcome
      for (let done = 0; done < outcome.unissued.length; done += keysAtOnce)
        await askFor(ask, 'bibliography:issueKeys', { paperIds: outcome.unissued.slice(done, done + keysAtOnce) })
    }
  }

  /** What went wrong beyond the file is told of the file, and a thread that died of it is started anew the next time. */
  async function write(kept: KeptExport, mode: KeptMode): Promise<KeptResult> {
    const result = await attempt(kept, mode).catch((error: unknown): KeptResult => {
      if (!(error instanceof AppError)) console.error(error)
      closeThread()
      const reason = error instanceof AppError ? error.message : 'Something unexpected went wrong.'
      return { path: kept.path, trouble: 'failed', message: `${kept.path} was not written. ${reason}`, sha256: null }
    })
    if (!isClosed && mode !== 'beside' && isNews(kept, result))
      await askFor(ask, 'keptExports:record', { id: kept.id, ...said(result) })
    return result
  }

  async function writeAll(): Promise<void> {
    timer = null
    const all = await askFor(ask, 'keptExports:list', undefined)
    for (const kept of all) if (!isClosed) await write(kept, 'now')
    if (all.length === 0) closeThread()
  }

  async function writeOne(id: number, mode: KeptMode): Promise<KeptResult> {
    const kept = (await askFor(ask, 'keptExports:list', undefined)).find((one) => one.id === id)
    if (kept === undefined) throw new AppError('not-found', 'This file is no longer kept up to date. Nothing was written.')
    return write(kept, mode)
  }

  /** In turn, so that a file has one writer. */
  function enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  return {
    follow() {
      if (isClosed || timer !== null) return
      timer = setTimeout(() => void enqueue(writeAll).catch((error: unknown) => console.error(error)), millisecondsToGather)
    },
    write: (id, mode) => enqueue(() => writeOne(id, mode)),
    close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      closeThread()
    },
  }
}

function said({ trouble, message, sha256 }: KeptResult): Omit<KeptResult, 'path'> {
  return { trouble, message, sha256 }
}

function isNews(kept: KeptExport, { trouble, message, sha256 }: KeptResult): boolean {
  return trouble !== kept.trouble || message !== kept.message || (sha256 !== null && sha256 !== kept.writtenSha256)
}

async function askFor<Name extends LibraryCallName>(ask: Ask, name: Name, args: ArgsOf<Name>): Promise<ValueOf<Name>> {
  const answer = (await ask(name, args, new Date().toISOString())) as Answer<ValueOf<Name>>
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.message)
  return answer.value
}

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Answer, LibraryCallName } from './ipc/contract.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

/**
 * Text being typed must not be lost while the writer is busy with an import or waits for another program. What the writer has not
 * taken within a moment stands in a file beside the library until it is written; what is left there at a start is written first.
 * Of each text only the newest is kept and tried again. Writing a text twice must be harmless, for a death may come between the
 * commit and the file: hence `at` is that of the typing, and a new note says when it was begun.
 */
const draftSchema = z.object({
  name: z.enum(['notes:add', 'notes:setText', 'papers:setField']),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.string(),
})

type Draft = z.infer<typeof draftSchema>

export type Drafts = {
  readonly write: (name: LibraryCallName, args: unknown) => Promise<Answer<unknown>>
  /** A field's text before the user has said that it is to be saved: it is, at the next start, if nothing else comes of it. */
  readonly keepField: (field: FieldText) => void
  readonly dropField: (field: Omit<FieldText, 'text'>) => void
  /** Keeps what is not answered yet, for the next start. */
  readonly close: () => void
}

export type FieldText = { readonly paperId: number; readonly field: string; readonly text: string }

type Write = (name: LibraryCallName, args: unknown, at: string) => Promise<Answer<unknown>>

const busyAfter = 50
const millisecondsBetweenTries = 1000

export function isTypedText(name: LibraryCallName): boolean {
  return draftSchema.shape.name.safeParse(name).success
}

/** A draft on its way, and what will have become of it. */
type Typing = { readonly draft: Draft; readonly answer: Promise<Answer<unknown>> }

/** Opens the drafts of a library, and begins with those that an earlier run left. */
export function openDrafts(path: string, write: Write): Drafts {
  /** By what they are the text of, in the order of typing. */
  const newest = new Map<string, Typing>()
  const kept = createDraftsFile(path)

  function start(draft: Draft): Promise<Answer<unknown>> {
    const { promise: answer, resolve, reject } = Promise.withResolvers<Answer<unknown>>()
    const typing = { draft, answer }
    const key = textOf(draft)
    newest.set(key, typing)
    if (kept.get(key) !== undefined) kept.keep(key, draft)
    writeUntilTaken(typing).then(resolve, reject)
    return answer
  }

  async function writeUntilTaken(typing: Typing): Promise<Answer<unknown>> {
    const { draft } = typing
    const key = textOf(draft)
    const timer = setTimeout(() => {
      if (newest.get(key) === typing) kept.keep(key, draft)
    }, busyAfter)
    for (;;) {
      const answer = await write(draft.name, draft.args, draft.at)
      clearTimeout(timer)
      const successor = newest.get(key)
      if (answer.ok || isFinal(answer)) {
        if (successor === typing) newest.delete(key)
        kept.forget(key, draft)
      }
      if (answer.ok || answer.error.code !== 'library-busy') return answer
      if (successor !== undefined && successor !== typing) return successor.answer
      kept.keep(key, draft)
      await wait(millisecondsBetweenTries)
    }
  }

  for (const [, draft] of kept.all()) void start(draft)
  return {
    write: (name, args) => start({ ...draftSchema.omit({ at: true }).parse({ name, args }), at: new Date().toISOString() }),
    keepField(field) {
      const draft = fieldDraft(field)
      kept.keep(textOf(draft), draft)
    },
    dropField(field) {
      const key = textOf(fieldDraft({ ...field, text: '' }))
      const draft = kept.get(key)
      if (draft !== undefined) kept.forget(key, draft)
    },
    close() {
      for (const [key, { draft }] of newest) kept.keep(key, draft)
      kept.close()
    },
  }
}

function fieldDraft(args: FieldText): Draft {
  return { name: 'papers:setField', args: { ...args }, at: new Date().toISOString() }
}

type DraftsFile = {
  readonly get: (key: string) => Draft | undefined
  readonly all: () => readonly (readonly [key: string, draft: Draft])[]
  readonly keep: (key: string, draft: Draft) => void
  /** Unless a later one of the same text stands there by now. */
  readonly forget: (key: string, draft: Draft) => void
  readonly close: () => void
}

function createDraftsFile(path: string): DraftsFile {
  const kept = new Map(readDrafts(path).map((draft) => [textOf(draft), draft]))
  let isClosed = false
  const save = () => {
    if (isClosed) return
    try {
      if (kept.size === 0) rmSync(path, { force: true })
      else writeFileAtomically(path, JSON.stringify([...kept.values()]))
    } catch (error) {
      // Where this file cannot be written the library cannot either, and its answer tells the user.
      console.error(error)
    }
  }
  return {
    all: () => [...kept],
    get: (key) => kept.get(key),
    keep(key, draft) {
      if (kept.get(key) === draft) return
      kept.set(key, draft)
      save()
    },
    forget(key, draft) {
      if (kept.get(key) !== draft) return
      kept.delete(key)
      save()
    },
    close() {
      isClosed = true
    },
  }
}

/** What the draft is the text of: a later one of the same replaces it. */
function textOf({ name, args, at }: Draft): string {
  return [name, args.paperId, args.noteId, args.field, name === 'notes:add' ? (args.startedAt ?? at) : ''].join(' ')
}

/** The paper or note is gone, or the value cannot be: no later try will fare better. */
function isFinal(answer: Answer<unknown>): boolean {
  return !answer.ok && (answer.error.code === 'not-found' || answer.error.code === 'bad-arguments')
}

/** A file that cannot be read is put aside: it may hold what somebody typed. */
function readDrafts(path: string): readonly Draft[] {
  if (!existsSync(path)) return []
  try {
    return z.array(draftSchema).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    renameSync(path, `${path}.unreadable`)
    return []
  }
}

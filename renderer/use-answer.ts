import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { AppError } from '../db/model/app-error.ts'
import type { ArgsOf, CallName, ValueOf } from '../electron/ipc/contract.ts'
import { callAnswer, subscribe } from './api.ts'
import { createAsker } from './ask-newest.ts'

/** Counts the changes of the library that the window has been told of: what is shown is read again after each. */
const useChanges = create<{ readonly changes: number }>(() => ({ changes: 0 }))

/** Call once, before anything is shown. */
export function followChanges(): () => void {
  return subscribe('papers:changed', () => useChanges.setState(({ changes }) => ({ changes: changes + 1 })))
}

export type Shown<Value> = {
  /** The last answer, kept while the next one is on its way; undefined before the first. */
  readonly value: Value | undefined
  readonly error: AppError | null
  /** Whether the value answers other arguments than those given now. */
  readonly isStale: boolean
}

type State<Value> = {
  readonly key: string
  readonly revision: number
  readonly value: Value | undefined
  readonly error: AppError | null
}

/**
 * What a read call answers, read again whenever its arguments or the library change. An answer that comes after a newer one
 * is dropped, and a question that a newer one has replaced is not asked. `null` arguments ask nothing.
 */
export function useAnswer<Name extends CallName>(name: Name, args: ArgsOf<Name> | null): Shown<ValueOf<Name>> {
  const changes = useChanges((state) => state.changes)
  const key = args === null ? null : `${name} ${JSON.stringify(args)}`
  const [state, setState] = useState<State<ValueOf<Name>>>({ key: '', revision: -1, value: undefined, error: null })
  const [ask] = useState(createAsker)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for name and arguments, and a change is a reason to read again.
  useEffect(() => {
    if (args === null || key === null) return
    let isWanted = true
    ask(async () => {
      if (!isWanted) return
      try {
        const { value, revision } = await callAnswer(name, args)
        if (isWanted) setState((last) => (revision < last.revision ? last : { key, revision, value, error: null }))
      } catch (error) {
        if (isWanted) setState((last) => ({ ...last, key, error: asAppError(error) }))
      }
    })
    return () => {
      isWanted = false
    }
  }, [key, changes])
  return { value: state.value, error: state.error, isStale: state.key !== key }
}

/** A bug is told as such; everything foreseen comes with its own sentence. */
function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  console.error(error)
  return new AppError('not-found', 'Something unexpected went wrong. Nothing was changed.')
}

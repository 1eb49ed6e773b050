import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import { call } from '../../api.ts'
import { type Correction, changePlan } from './change-plan.ts'
import type { ImportPlan } from './review-model.ts'

export type Corrections = {
  readonly plan: ImportPlan
  readonly correct: (correction: Correction) => void
  readonly canTakeBack: boolean
  readonly takeBack: () => void
  /** Why the last correction could not be. */
  readonly trouble: string | null
}

/** The plan with the corrections so far, each a step that can be taken back. */
export function useCorrections(first: ImportPlan): Corrections {
  const [steps, setSteps] = useState<readonly ImportPlan[]>([first])
  const [trouble, setTrouble] = useState<string | null>(null)
  const newest = useRef(steps)
  const waiting = useRef<Promise<void>>(Promise.resolve())
  const show = useCallback((next: readonly ImportPlan[]) => {
    newest.current = next
    setSteps(next)
    setTrouble(null)
  }, [])
  const correct = useCallback(
    (correction: Correction) => {
      // One after the other: each is said of the plan that the one before it left.
      waiting.current = waiting.current.then(async () => {
        const plan = newest.current.at(-1) ?? first
        try {
          show([...newest.current, changePlan(plan, await call('imports:correct', { planId: plan.id, correction }))])
        } catch (error) {
          if (!(error instanceof AppError)) console.error(error)
          setTrouble(error instanceof AppError ? error.message : 'Something unexpected went wrong. Nothing was changed.')
        }
      })
    },
    [first, show],
  )
  const takeBack = useCallback(() => {
    if (newest.current.length > 1) show(newest.current.slice(0, -1))
  }, [show])
  useTakeBackKey(takeBack)
  return { plan: steps.at(-1) ?? first, correct, canTakeBack: steps.length > 1, takeBack, trouble }
}

/** While lists are reviewed, Undo means the corrections: the library's steps wait. */
function useTakeBackKey(takeBack: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
      event.preventDefault()
      if (!event.shiftKey) takeBack()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [takeBack])
}

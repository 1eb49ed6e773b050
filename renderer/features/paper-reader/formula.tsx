import 'katex/dist/katex.min.css'
import katex from 'katex'
import { useLayoutEffect, useRef } from 'react'
import { printPlain } from '../../../db/model/inline-markup.ts'
import styles from './paper-text.module.css'

type FormulaProps = {
  /** Without its delimiters. */
  readonly tex: string
  readonly isDisplayed?: boolean | undefined
}

/** One that is longer is no formula to read, and would hold the window up while it is set. */
const longestFormula = 2000

export function Formula({ tex, isDisplayed = false }: FormulaProps) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (place.current === null) return
    try {
      if (tex.length > longestFormula) throw new RangeError('The formula is too long.')
      // Built as nodes, never as HTML text: its styles then pass the content security policy.
      katex.render(tex, place.current, {
        displayMode: isDisplayed,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      })
    } catch {
      place.current.textContent = printPlain([{ kind: 'math', tex }])
    }
  }, [tex, isDisplayed])
  return <span ref={place} className={isDisplayed ? styles.displayed : styles.formula} />
}

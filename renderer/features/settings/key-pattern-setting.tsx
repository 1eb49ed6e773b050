import { type FormEvent, useState } from 'react'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { defaultKeyPattern, parseKeyPattern, proposeKey } from '../../../db/model/key-pattern.ts'
import type { CitedParts } from '../../../db/model/key-words.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { useAnswer } from '../../use-answer.ts'
import styles from './settings.module.css'

/** For a library that has no papers yet. */
const example: CitedParts = {
  authors: [{ family: 'Lamport', given: 'Leslie' }],
  year: 1978,
  title: 'Time, Clocks, and the Ordering of Events in a Distributed System',
  venue: 'Communications of the ACM',
}

/** The pattern of keys to come, with what it makes of a few papers while it is typed. */
export function KeyPatternSetting({ onDone }: { readonly onDone: (text: string) => void }) {
  const setting = useAnswer('keys:pattern', undefined).value
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  if (setting === undefined) return null
  const text = typed ?? setting.pattern
  const pattern = parseKeyPattern(text)
  const problem = 'problem' in pattern ? pattern.problem : trouble
  const examples = setting.examples.length === 0 ? [example] : setting.examples
  const canSave = problem === null && text !== setting.pattern
  const type = (next: string) => {
    setTyped(next)
    setTrouble(null)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!canSave) return
    call('keys:setPattern', { pattern: text }).then(
      () => onDone('New papers get their keys by this pattern; the keys that are there stay'),
      (error: unknown) => setTrouble(error instanceof Error ? error.message : 'This could not be saved.'),
    )
  }
  return (
    <form className={styles.setting} onSubmit={save}>
      <label className={styles.label} htmlFor="key-pattern">
        Citation keys of new papers
      </label>
      <div className={styles.line}>
        <input
          id="key-pattern"
          className={styles.input}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby="key-pattern-help"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          onChange={(event) => type(event.target.value)}
        />
        <Button isSubmit isDisabled={!canSave}>
          Use it
        </Button>
        <Button look="quiet" isDisabled={text === defaultKeyPattern} onPress={() => type(defaultKeyPattern)}>
          Usual one
        </Button>
      </div>
      <div id="key-pattern-help">
        {problem === null ? null : (
          <p className={styles.trouble} role="alert">
            {problem}
          </p>
        )}
        <p className={styles.hint}>
          [auth] [authors2] [year] [yy] [title3] [shorttitle] [venue], each with :upper :lower :capitalize :abbr or :(3). Keys that
          papers have already never change.
        </p>
      </div>
      {'problem' in pattern ? null : (
        <ul className={styles.examples} aria-label="What the pattern makes">
          {examples.map((cited, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole.
            <li key={place} className={styles.example}>
              <code className={styles.key}>{proposeKey(pattern, cited)}</code>
              <span className={styles.title}>{describe(cited)}</span>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

function describe({ title, venue, year }: CitedParts): string {
  if (title !== null) return printPlain(readInlineMarkup(title))
  return [venue, year].filter((part) => part !== null).join(' ') || 'A paper of which nothing is known'
}

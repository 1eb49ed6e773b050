import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { useAnswer } from '../../use-answer.ts'
import { formatDate } from './describe-paper.ts'
import styles from './field-origin.module.css'

type KnownKey = ValueOf<'keys:history'>[number]

/** What the key is, and pressed, every key by which the paper is or was known. */
export function KeyHistory({ paperId }: { readonly paperId: number }) {
  const [isOpen, setOpen] = useState(false)
  const { value: [shown, ...aliases] = [] } = useAnswer('keys:history', { paperId })
  if (shown === undefined) return null
  const others = aliases.length === 0 ? '' : ` · ${aliases.length === 1 ? 'one alias' : `${aliases.length} aliases`}`
  const text = describeKey(shown) + others
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={styles.origin ?? ''} aria-label={`History of the citation key: ${text}`}>
        {text}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <AriaDialog className={styles.dialog ?? ''} aria-label="History of the citation key">
          <p className={styles.sentence}>
            {isProposed(shown)
              ? 'A proposed key changes only when the title, the authors or the year become known. It is issued when it first leaves Octavo, or when you type one.'
              : 'This key changes only when you say so. All of these find the paper, and none is ever given to another one.'}
          </p>
          <ul className={styles.others}>
            {[shown, ...aliases].map((known) => (
              <li key={known.citationKey} className={styles.other}>
                <div className={styles.value}>
                  <code>{known.citationKey}</code>
                  <div className={styles.place}>
                    {known.isShown ? 'The key now. ' : 'An alias. '}
                    {describeKey(known)}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}

function isProposed({ importedAt, typedAt, exportedAt }: KnownKey): boolean {
  return importedAt === null && typedAt === null && exportedAt === null
}

function describeKey(known: KnownKey): string {
  if (isProposed(known)) return 'Proposed'
  const now = new Date()
  const { importedAt, typedAt, exportedAt } = known
  const parts = [
    ...(importedAt === null ? [] : [`came in ${formatDate(importedAt, now)}`.trim()]),
    ...(typedAt === null ? [] : [`chosen by you ${formatDate(typedAt, now)}`]),
    ...(exportedAt === null ? [] : [`issued ${formatDate(exportedAt, now)}`]),
  ]
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

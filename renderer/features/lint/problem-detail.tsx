import { useRef } from 'react'
import type { Finding, LintCode } from '../../../db/model/lint-rule.ts'
import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Change } from './change.tsx'
import { fieldLabels } from './describe-problem.ts'
import styles from './lint.module.css'

type Fix = ArgsOf<'lint:fix'>['fixes'][number]

type ProblemDetailProps = {
  readonly code: LintCode
  readonly paperId: number
  readonly findings: readonly Finding[]
  readonly isEditing: boolean
  readonly onEdit: (isEditing: boolean) => void
  readonly onFix: () => void
  readonly onIgnore: () => void
  readonly onType: (fix: Fix) => void
  readonly onShowPaper: (paperId: number) => void
  readonly onFindDuplicates: () => void
}

/** What is wrong with the paper chosen, and what can be done about it. */
export function ProblemDetail(props: ProblemDetailProps) {
  const { code, paperId, findings, isEditing, onEdit, onFix, onIgnore, onType, onShowPaper, onFindDuplicates } = props
  const [first] = findings
  const isTwice = code === 'duplicate-doi' || code === 'duplicate-title'
  return (
    <section className={styles.detail} aria-label="Problem">
      {first === undefined ? <p className={styles.sentence}>Put right.</p> : null}
      {findings.map((finding) => (
        <div key={finding.field}>
          <p className={styles.sentence}>{finding.message}</p>
          {finding.fix === null || isEditing ? null : <Change before={finding.value} after={finding.fix} />}
        </div>
      ))}
      {isEditing && first !== undefined && !isTwice ? (
        <Editor
          key={first.field}
          finding={first}
          onLeave={() => onEdit(false)}
          onSave={(text) => onType({ paperId, field: first.field, value: first.value, text })}
        />
      ) : null}
      {first === undefined ? null : (
        <div className={styles.actions}>
          {findings.some(({ fix }) => fix !== null) ? (
            <Button size="small" look="primary" onPress={onFix}>
              Fix it <Kbd shortcut="F" look="inverse" />
            </Button>
          ) : null}
          {isTwice ? (
            <Button size="small" onPress={onFindDuplicates}>
              Find and merge duplicates…
            </Button>
          ) : (
            <Button size="small" onPress={() => onEdit(true)}>
              Type it <Kbd shortcut="E" />
            </Button>
          )}
          <Button size="small" onPress={onIgnore}>
            Ignore here <Kbd shortcut="X" />
          </Button>
          <Button size="small" look="quiet" onPress={() => onShowPaper(paperId)}>
            Show the paper <Kbd shortcut="O" />
          </Button>
        </div>
      )}
    </section>
  )
}

type EditorProps = { readonly finding: Finding; readonly onSave: (text: string) => void; readonly onLeave: () => void }

function Editor({ finding: { field, value, fix }, onSave, onLeave }: EditorProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  const isLong = field === 'authors' || field === 'abstract'
  return (
    <div className={styles.editor}>
      <textarea
        ref={(element) => {
          if (input.current === null) element?.focus()
          input.current = element
        }}
        className={styles.input}
        aria-label={fieldLabels[field]}
        rows={1}
        defaultValue={fix ?? value}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            onLeave()
          } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            onSave(event.currentTarget.value)
          }
        }}
      />
      <Button size="small" onPress={() => onSave(input.current?.value ?? value)}>
        Save
      </Button>
    </div>
  )
}

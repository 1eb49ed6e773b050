import { citationForms } from '../../../db/model/format-citation.ts'
import { referenceStyles } from '../../../db/model/reference-styles.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import { useAnswer } from '../../use-answer.ts'
import styles from './settings.module.css'

const styleSegments = referenceStyles.map(({ id, name }) => ({ value: id, label: name }))
const names = { latex: 'LaTeX', pandoc: 'Pandoc', typst: 'Typst', formatted: 'Formatted' } as const
const citationSegments = citationForms.map((id) => ({ value: id, label: names[id] }))

/** How papers are cited by hand: what they become where they are copied or dragged into a text, and the style of references. */
export function CitingSetting() {
  const setting = useAnswer('citing:settings', undefined).value
  if (setting === undefined) return null
  const set = (changed: Partial<ValueOf<'citing:settings'>>) => void call('citing:set', { ...setting, ...changed })
  return (
    <>
      <SegmentedControl
        label="Citations that are copied or dragged into a text"
        isLabelShown
        segments={citationSegments}
        value={setting.form}
        onChange={(form) => set({ form })}
      />
      <div className={styles.setting}>
        <SegmentedControl
          label="Style of formatted references"
          isLabelShown
          segments={styleSegments}
          value={setting.style}
          onChange={(style) => set({ style })}
        />
        <p className={styles.hint}>Citations by CSL (citeproc-js), http://citationstyles.org/</p>
      </div>
    </>
  )
}

import {
  type ExportFormatId,
  type ExportOption,
  type ExportOrder,
  exportFormatOf,
  exportFormats,
} from '../../../db/model/export-formats.ts'
import { CheckBox } from '../../components/check-box.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import styles from './export-dialog.module.css'

/** What the user chose: which papers, how they are written, and whether the file follows the library. */
export type Choices = {
  readonly scope: 'these' | 'library'
  readonly format: ExportFormatId
  readonly order: ExportOrder
  readonly options: { readonly [Name in ExportOption]: boolean }
  readonly isKept: boolean
}

export const usualChoices: Choices = {
  scope: 'these',
  format: 'bibtex',
  order: 'list',
  options: { abstracts: false, notes: false, keywords: true, byStatus: false, files: true, escapes: false },
  isKept: false,
}

type ExportChoicesProps = {
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
  /** The papers that the dialog was opened for. */
  readonly these: string
  /** Papers chosen by hand are no search that a file could follow. */
  readonly canKeep: boolean
}

const formats = exportFormats.map(({ id, name }) => ({ value: id, label: name }))
const orders = [
  { value: 'list', label: 'As in the list' },
  { value: 'key', label: 'By citation key' },
] as const
const optionLabels: { readonly [Name in ExportOption]: string } = {
  abstracts: 'Abstracts',
  notes: 'Your notes',
  keywords: 'Your tags as keywords',
  byStatus: 'A heading for each status',
  files: 'Links to files',
  escapes: 'é, ß as LaTeX',
}

export function ExportChoices({ choices, onChange, these, canKeep }: ExportChoicesProps) {
  const { scope, format, order, options, isKept } = choices
  const change = (changed: Partial<Choices>) => onChange({ ...choices, ...changed })
  const scopes = [
    { value: 'these', label: these },
    { value: 'library', label: 'The whole library' },
  ] as const
  return (
    <>
      <div className={styles.line}>
        <SegmentedControl label="Papers" segments={scopes} value={scope} onChange={(scope) => change({ scope })} />
        <SegmentedControl label="Order" segments={orders} value={order} onChange={(order) => change({ order })} />
      </div>
      <SegmentedControl label="Format" segments={formats} value={format} onChange={(format) => change({ format })} />
      <div className={styles.options}>
        {exportFormatOf(format)?.options.map((name) => (
          <CheckBox
            key={name}
            isChecked={options[name]}
            onChange={(isChecked) => change({ options: { ...options, [name]: isChecked } })}
          >
            {optionLabels[name]}
          </CheckBox>
        ))}
      </div>
      <CheckBox
        isChecked={isKept && canKeep}
        isDisabled={!canKeep}
        hint={
          canKeep
            ? 'Octavo writes it again after each change. If another program changes it, Octavo asks before it writes.'
            : 'For all papers shown (Ctrl+Shift+E) or the whole library: papers chosen one by one are no list that changes.'
        }
        onChange={(isKept) => change({ isKept, ...(isKept ? { order: 'key' } : {}) })}
      >
        Keep the file up to date
      </CheckBox>
    </>
  )
}

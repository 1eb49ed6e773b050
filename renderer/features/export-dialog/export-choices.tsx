import {
  type ExportFormatId,
  type ExportOption,
  type ExportOrder,
  exportFormatOf,
  exportFormats,
  formattedReferences,
} from '../../../db/model/export-formats.ts'
import { type ReferenceStyle, referenceStyles } from '../../../db/model/reference-styles.ts'
import { CheckBox } from '../../components/check-box.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import styles from './export-dialog.module.css'

/** What the user chose: which papers, how they are written, and whether the file follows the library. */
export type Choices = {
  readonly scope: 'these' | 'library'
  readonly format: ExportFormatId | 'formatted'
  /** Of formatted references; null: the one of the settings. */
  readonly style: ReferenceStyle | null
  readonly order: ExportOrder
  readonly options: { readonly [Name in ExportOption]: boolean }
  readonly isKept: boolean
}

export const usualChoices: Choices = {
  scope: 'these',
  format: 'bibtex',
  style: null,
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
  /** Of formatted references, as it stands. */
  readonly style: ReferenceStyle
}

const styleSegments = referenceStyles.map(({ id, name }) => ({ value: id, label: name }))
const formats = [...exportFormats, formattedReferences].map(({ id, name }) => ({ value: id, label: name }))
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

export function ExportChoices({ choices, onChange, these, canKeep, style }: ExportChoicesProps) {
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
      {format === 'formatted' ? (
        <SegmentedControl label="Style" segments={styleSegments} value={style} onChange={(style) => change({ style })} />
      ) : (
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
      )}
      {format === 'formatted' ? null : <KeepBox isKept={isKept} canKeep={canKeep} onChange={change} />}
    </>
  )
}

type KeepBoxProps = Pick<ExportChoicesProps, 'canKeep'> & {
  readonly isKept: boolean
  readonly onChange: (changed: Partial<Choices>) => void
}

/** By key, an entry keeps its place however the list is sorted. */
function KeepBox({ isKept, canKeep, onChange }: KeepBoxProps) {
  return (
    <CheckBox
      isChecked={isKept && canKeep}
      isDisabled={!canKeep}
      hint={
        canKeep
          ? 'Octavo writes it again after each change. If another program changes it, Octavo asks before it writes.'
          : 'For all papers shown (Ctrl+Shift+E) or the whole library: papers chosen one by one are no list that changes.'
      }
      onChange={(isKept) => onChange({ isKept, ...(isKept ? { order: 'key' } : {}) })}
    >
      Keep the file up to date
    </CheckBox>
  )
}

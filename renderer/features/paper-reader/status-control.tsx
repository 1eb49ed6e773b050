import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { isStatus, type Status, statuses } from '../../../db/model/status.ts'
import { StatusMark, statusLabels } from '../../components/status-mark.tsx'
import styles from './status-control.module.css'

type StatusControlProps = {
  /** null: the chosen papers differ. */
  readonly status: Status | null
  readonly onChange: (status: Status) => void
}

/** In a narrow pane only the one that holds is said in words. */
export function StatusControl({ status, onChange }: StatusControlProps) {
  return (
    <RadioGroup
      className={styles.control ?? ''}
      aria-label="Status"
      orientation="horizontal"
      value={status}
      onChange={(chosen) => {
        if (isStatus(chosen)) onChange(chosen)
      }}
    >
      {statuses.map((one) => (
        <Radio key={one} value={one} className={styles.segment ?? ''}>
          <span className={styles.hint} title={`${statusLabels[one]} (${statuses.indexOf(one) + 1})`}>
            {one === status ? <StatusMark status={one} /> : <PlainMark status={one} />}
            <span className={styles.label}>{statusLabels[one]}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

/** Colour is for the status that holds. */
function PlainMark({ status }: { readonly status: Status }) {
  return (
    <span className={styles.plain}>
      <StatusMark status={status} />
    </span>
  )
}

import { Button as AriaButton } from 'react-aria-components/Button'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import type { MenuItem } from '../../components/menu-item.ts'
import { fileNameOf } from '../../file-name-of.ts'
import type { FateText } from './describe-fate.ts'
import styles from './entry-fate.module.css'
import { type EntryPlace, entryAt, type ImportPlan } from './review-model.ts'

type EntryFateProps = {
  readonly fate: FateText
  readonly repaired: readonly string[]
  readonly plan: ImportPlan
  /** The source that is shown: its name is not said again. */
  readonly from: number
  /** What is asked here: whether it is the same work, or whether it shall come in after all. */
  readonly answers: readonly MenuItem[]
  readonly onShow: (place: EntryPlace) => void
}

const placesShown = 5

export function EntryFate({ fate, repaired, plan, from, answers, onShow }: EntryFateProps) {
  const { tone, headline, reasons, places } = fate
  return (
    <div className={styles.fate}>
      <div className={classNames(styles.headline, styles[tone])} title={headline}>
        {headline}
      </div>
      {answers.length === 0 ? null : (
        <div className={styles.answers}>
          {answers.map(({ id, label, run }) => (
            <Button key={id} size="small" onPress={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      {places.slice(0, placesShown).map((place) => (
        <AriaButton key={`${place.source} ${place.entry}`} className={styles.place ?? ''} onPress={() => onShow(place)}>
          {placeName(plan, place, from)}
        </AriaButton>
      ))}
      {places.length > placesShown ? <div>and {(places.length - placesShown).toLocaleString('en')} more</div> : null}
      {repaired.length === 0 ? null : <div>Repaired text: {repaired.join(', ')}</div>}
    </div>
  )
}

function placeName(plan: ImportPlan, place: EntryPlace, from: number): string {
  const line = `line ${(entryAt(plan, place)?.draft.lineStart ?? 0).toLocaleString('en')}`
  return place.source === from ? line : `${line} of ${shortened(fileNameOf(plan.sources[place.source]?.name ?? ''))}`
}

function shortened(name: string): string {
  return name.length <= 16 ? name : `${name.slice(0, 8)}…${name.slice(-7)}`
}

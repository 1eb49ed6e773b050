import { Download, Undo2 } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import styles from './review-header.module.css'
import { countOf, type Totals } from './review-model.ts'

type ReviewHeaderProps = {
  readonly lists: number
  readonly totals: Totals
  readonly busy: boolean
  /** Takes the last correction back; null where there is none. */
  readonly onTakeBack: (() => void) | null
  readonly onApply: () => void
  readonly onCancel: () => void
}

export function ReviewHeader({ lists, totals, busy, onTakeBack, onApply, onCancel }: ReviewHeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>Review {lists === 1 ? 'the list' : `${lists.toLocaleString('en')} lists`}</h1>
      <p className={styles.totals}>{totalsSentence(totals)}</p>
      <div className={styles.buttons}>
        {onTakeBack === null ? null : (
          <IconButton icon={Undo2} label="Take the last correction back" shortcut="Ctrl+Z" isDisabled={busy} onPress={onTakeBack} />
        )}
        {totals.isNews ? (
          <>
            <Button onPress={onCancel} isDisabled={busy}>
              Cancel
            </Button>
            <Button look="primary" icon={Download} onPress={onApply} isPending={busy}>
              {applyLabel(totals)}
            </Button>
          </>
        ) : (
          <Button look="primary" onPress={onCancel}>
            Close
          </Button>
        )}
      </div>
    </header>
  )
}

function applyLabel({ added }: Totals): string {
  return added === 0 ? 'Update the library' : `Add ${countOf(added, 'paper')}`
}

/** "148 entries: 118 new, 9 seen twice, 21 without a title. 11 lines set aside." */
export function totalsSentence(totals: Totals): string {
  const { entries, added, untitled, doubtful, again, known, unchanged, changed, excluded, leftovers, failed, joined } = totals
  const parts = (
    [
      [added - untitled, 'new'],
      [again, 'seen twice'],
      [untitled, 'without a title'],
      [known, 'of papers you have'],
      [changed, 'changed'],
      [unchanged, 'as before'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
  const sentences = [
    entries === 0 ? 'No entries.' : `${countOf(entries, 'entry', 'entries')}: ${parts.join(', ')}.`,
    doubtful === 0 ? '' : `${doubtful.toLocaleString('en')} may be known under another name.`,
    excluded === 0 ? '' : `${countOf(excluded, 'entry', 'entries')} left out.`,
    leftovers === 0 ? '' : `${countOf(leftovers, 'line')} set aside.`,
    joined === 0 ? '' : `${countOf(joined, 'paper')} of the library ${joined === 1 ? 'joins' : 'join'} another.`,
    failed === 0 ? '' : `${countOf(failed, 'list')} could not be read.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

import { ClipboardPaste, FilePlus2, Sparkles } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import styles from './welcome.module.css'

type WelcomeProps = {
  readonly onChooseLists: () => void
  readonly onPasteText: () => void
  readonly onAddPaper: () => void
  readonly onTrySample: () => void
}

/** What stands in an empty library: how papers come in. */
export function Welcome({ onChooseLists, onPasteText, onAddPaper, onTrySample }: WelcomeProps) {
  return (
    <div className={styles.welcome}>
      <div className={styles.card}>
        <h2 className={styles.title}>Start with the lists you have</h2>
        <p className={styles.text}>
          Drop files anywhere on this window: a page saved as text, an author’s publications, a column of abstracts. You see what
          was read, line by line, before anything is added.
        </p>
        <div className={styles.actions}>
          <Button look="primary" icon={FilePlus2} isFocusedFirst onPress={onChooseLists}>
            Choose files…
          </Button>
          <Button icon={ClipboardPaste} onPress={onPasteText}>
            Paste text…
          </Button>
          <Button look="quiet" onPress={onAddPaper}>
            Add one paper
          </Button>
        </div>
        <Button look="quiet" size="small" icon={Sparkles} onPress={onTrySample}>
          Try it with a sample list
        </Button>
      </div>
    </div>
  )
}

import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import { useAnswer } from '../../use-answer.ts'
import styles from './export-dialog.module.css'

/** How the export begins, anew with each choice. It cannot be selected: a key that is copied from it would leave without being issued. */
export function ExportPreview({ request }: { readonly request: ArgsOf<'bibliography:preview'> | null }) {
  const { value, error } = useAnswer('bibliography:preview', request)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      <pre>{error?.message ?? value ?? ''}</pre>
    </section>
  )
}

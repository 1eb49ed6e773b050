import type { ArgsOf } from '../../../electron/ipc/contract.ts'
import { useAnswer } from '../../use-answer.ts'
import styles from './export-dialog.module.css'

/** More than fills the box; a style takes its time for each. */
const previewed = 8

/** How the export begins, anew with each choice. It cannot be selected: a key that is copied from it would leave without being issued. */
export function ExportPreview({ request }: { readonly request: ArgsOf<'bibliography:preview'> | null }) {
  const { value, error } = useAnswer('bibliography:preview', request)
  return <PreviewBox text={error?.message ?? value ?? ''} />
}

export function ReferencesPreview({ request }: { readonly request: ArgsOf<'bibliography:format'> | null }) {
  const first = request === null ? null : { ...request, paperIds: request.paperIds.slice(0, previewed) }
  const { value, error } = useAnswer('bibliography:format', first)
  return <PreviewBox text={error?.message ?? value?.text.replaceAll('\n', '\n\n') ?? ''} />
}

function PreviewBox({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      <pre>{text}</pre>
    </section>
  )
}

import type { KeptExport } from '../../../db/model/kept-export.ts'
import type { View } from '../../../db/model/view.ts'
import { useAnswer } from '../../use-answer.ts'
import { describeKept } from './describe-kept.ts'
import styles from './kept-exports.module.css'
import { type KeptActs, KeptButtons } from './kept-notices.tsx'

/** For the settings: every file that follows the library, what it holds and how it stands. */
export function KeptFiles({ onAct, nameView }: KeptActs & { readonly nameView: (view: View) => string }) {
  const kept = useAnswer('keptExports:list', undefined).value ?? []
  return (
    <section className={styles.files} aria-labelledby="kept-files">
      <h3 className={styles.heading} id="kept-files">
        Files kept up to date
      </h3>
      {kept.length === 0 ? (
        <p className={styles.what}>None. Export all papers shown or the whole library, and choose to keep the file up to date.</p>
      ) : (
        <ul className={styles.list}>
          {kept.map((file) => (
            <li key={file.id} className={styles.file}>
              <span className={styles.path}>{file.path}</span>
              <span className={styles.what}>{describeKept(file.request, nameView)}</span>
              <span className={file.trouble === null ? styles.what : styles.trouble}>{stateOf(file)}</span>
              <KeptButtons file={file} onAct={onAct} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function stateOf({ message, writtenAt }: KeptExport): string {
  const written = writtenAt === null ? 'Not written yet.' : `Written ${new Date(writtenAt).toLocaleString('en')}.`
  return message === null ? written : `${message} ${written}`
}

import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { useAnswer } from '../../use-answer.ts'
import styles from './settings.module.css'

type LibraryFileSettingProps = { readonly onOpen: () => void; readonly onCreate: () => void }

export function LibraryFileSetting({ onOpen, onCreate }: LibraryFileSettingProps) {
  const path = useAnswer('libraryFile:path', undefined).value
  return (
    <section className={styles.setting} aria-labelledby="library-file">
      <h3 className={styles.label} id="library-file">
        Library
      </h3>
      <p className={styles.path}>{path}</p>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => void call('libraryFile:showInFolder', undefined)}>
          Show in folder
        </Button>
        <Button size="small" onPress={onOpen}>
          Open another library…
        </Button>
        <Button size="small" onPress={onCreate}>
          New library…
        </Button>
      </div>
    </section>
  )
}

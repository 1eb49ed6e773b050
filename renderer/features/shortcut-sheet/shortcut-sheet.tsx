import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import styles from './shortcut-sheet.module.css'

type ShortcutSheetProps = {
  readonly commands: readonly {
    readonly id: string
    readonly label: string
    readonly group: string
    readonly shortcut?: string | undefined
  }[]
  readonly open: boolean
  readonly onClose: () => void
}

/** All shortcuts on one page, also of commands that cannot be given now. */
export function ShortcutSheet({ commands, open, onClose }: ShortcutSheetProps) {
  const groups = [
    ...Map.groupBy(
      commands.flatMap(({ id, label, group, shortcut }) => (shortcut === undefined ? [] : [{ id, label, group, shortcut }])),
      ({ group }) => group,
    ),
  ]
  return (
    <Dialog title="Keyboard shortcuts" isOpen={open} onClose={onClose} size="wide">
      <div className={styles.groups}>
        {groups.map(([group, members]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.list}>
              {members.map(({ id, label, shortcut }) => (
                <div key={id} className={styles.line}>
                  <dt className={styles.label}>{label}</dt>
                  <dd className={styles.keys}>
                    <Kbd shortcut={shortcut} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

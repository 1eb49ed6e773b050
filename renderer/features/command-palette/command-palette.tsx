import { type LucideIcon, Search } from 'lucide-react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { classNames } from '../../components/class-names.ts'
import { Kbd } from '../../components/kbd.tsx'
import styles from './command-palette.module.css'
import { matchesWords } from './matches-words.ts'

export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly shortcut?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly isDangerous?: boolean | undefined
  readonly when: () => boolean
  readonly run: () => void
}

type CommandPaletteProps = {
  readonly commands: readonly PaletteCommand[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Every command that can be given now, found by typing. */
export function CommandPalette({ commands, open, onClose }: CommandPaletteProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Commands">
          <PaletteList commands={commands.filter(({ when }) => when())} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteList({ commands, onClose }: { readonly commands: readonly PaletteCommand[]; readonly onClose: () => void }) {
  const groups = [...Map.groupBy(commands, ({ group }) => group)]
  return (
    <Autocomplete filter={matchesWords}>
      <TextField className={styles.field ?? ''} aria-label="Find a command" autoFocus>
        <Search className={styles.glass ?? ''} size={16} strokeWidth={1.75} aria-hidden />
        <Input
          className={styles.input ?? ''}
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          placeholder="What do you want to do?"
        />
      </TextField>
      <ListBox
        className={styles.list ?? ''}
        aria-label="Commands"
        renderEmptyState={() => <div className={styles.empty}>No command has these words.</div>}
        onAction={(id) => {
          onClose()
          runAfterClosing(commands.find((command) => command.id === id))
        }}
      >
        {groups.map(([group, members]) => (
          <ListBoxSection key={group} id={group} className={styles.section ?? ''} aria-label={group}>
            <Header className={styles.heading ?? ''}>{group}</Header>
            {members.map((command) => (
              <CommandLine key={command.id} command={command} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  )
}

function CommandLine({
  command: { id, group, label, icon: Icon, shortcut, isDangerous = false },
}: {
  readonly command: PaletteCommand
}) {
  return (
    <ListBoxItem id={id} className={classNames(styles.item, isDangerous && styles.dangerous)} textValue={`${label} ${group}`}>
      <span className={styles.icon}>{Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}</span>
      <span className={styles.label}>{label}</span>
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </ListBoxItem>
  )
}

/** A dialog gives the focus back in the frame after it closed; a command that moves the focus comes after that. */
function runAfterClosing(command: PaletteCommand | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => command?.run()))
}

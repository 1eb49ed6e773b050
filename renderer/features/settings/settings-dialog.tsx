import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import { chooseTheme, useTheme } from '../../theme.ts'
import { CitingSetting } from './citing-setting.tsx'
import { KeyPatternSetting } from './key-pattern-setting.tsx'
import { LibraryFileSetting } from './library-file-setting.tsx'
import styles from './settings.module.css'

type SettingsDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** Says in a sentence what was set. */
  readonly onDone: (text: string) => void
  readonly onOpenLibrary: () => void
  readonly onCreateLibrary: () => void
  readonly keptFiles: ReactNode
}

const segments = [
  { value: 'system', label: 'Like the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function SettingsDialog({ open, onClose, onDone, onOpenLibrary, onCreateLibrary, keptFiles }: SettingsDialogProps) {
  const theme = useTheme((state) => state.theme)
  return (
    <Dialog title="Settings" isOpen={open} onClose={onClose}>
      <div className={styles.settings}>
        <SegmentedControl label="Appearance" isLabelShown segments={segments} value={theme} onChange={chooseTheme} />
        <KeyPatternSetting onDone={onDone} />
        <CitingSetting />
        <LibraryFileSetting onOpen={onOpenLibrary} onCreate={onCreateLibrary} />
        {keptFiles}
      </div>
    </Dialog>
  )
}

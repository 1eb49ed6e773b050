import { FileOutput, KeyRound, Library, type LucideIcon, Monitor, Moon, Quote, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
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

type SettingsTab = { readonly name: string; readonly icon: LucideIcon; readonly panel: ReactNode }

const themes = [
  { value: 'system', label: 'Like the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function SettingsDialog({ open, onClose, onDone, onOpenLibrary, onCreateLibrary, keptFiles }: SettingsDialogProps) {
  const theme = useTheme((state) => state.theme)
  const tabs: readonly SettingsTab[] = [
    {
      name: 'Library',
      icon: Library,
      panel: (
        <>
          <SegmentedControl label="Appearance" isLabelShown segments={themes} value={theme} onChange={chooseTheme} />
          <LibraryFileSetting onOpen={onOpenLibrary} onCreate={onCreateLibrary} />
        </>
      ),
    },
    { name: 'Citation keys', icon: KeyRound, panel: <KeyPatternSetting onDone={onDone} /> },
    { name: 'Citing', icon: Quote, panel: <CitingSetting /> },
    { name: 'Kept files', icon: FileOutput, panel: keptFiles },
  ]
  return (
    <Dialog title="Settings" isOpen={open} onClose={onClose} size="wide">
      <Tabs orientation="vertical" className={styles.tabs ?? ''}>
        <TabList aria-label="Settings" className={styles.tabList ?? ''}>
          {tabs.map(({ name, icon: Icon }) => (
            <Tab key={name} id={name} className={styles.tab ?? ''}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              {name}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ name, panel }) => (
          <TabPanel key={name} id={name} className={styles.panel ?? ''}>
            {panel}
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  )
}

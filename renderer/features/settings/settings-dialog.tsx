import { Monitor, Moon, Sun } from 'lucide-react'
import { Dialog } from '../../components/dialog.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import { chooseTheme, useTheme } from '../../theme.ts'

type SettingsDialogProps = { readonly open: boolean; readonly onClose: () => void }

const segments = [
  { value: 'system', label: 'Like the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

export function SettingsDialog({ open, onClose }: SettingsDialogProps) {
  const theme = useTheme((state) => state.theme)
  return (
    <Dialog title="Settings" isOpen={open} onClose={onClose}>
      <SegmentedControl label="Appearance" isLabelShown segments={segments} value={theme} onChange={chooseTheme} />
    </Dialog>
  )
}

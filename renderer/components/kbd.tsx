import { classNames } from './class-names.ts'
import styles from './kbd.module.css'

type KbdProps = {
  /** Keys of one chord joined with `+`: `Ctrl+Shift+Z`. */
  readonly shortcut: string
  readonly look?: 'plain' | 'inverse' | undefined
}

export function Kbd({ shortcut, look = 'plain' }: KbdProps) {
  return (
    <kbd className={classNames(styles.chord, styles[look])}>
      {keysOf(shortcut).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </kbd>
  )
}

const names: { readonly [key: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const namesOnMac: { readonly [key: string]: string } = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' }
const isMac = /Mac/.test(navigator.userAgent)

/** The key `+` itself may end a chord: `Ctrl++`. */
function keysOf(shortcut: string): readonly string[] {
  const keys = shortcut.endsWith('+')
    ? [
        ...shortcut
          .slice(0, -1)
          .split('+')
          .filter((key) => key !== ''),
        '+',
      ]
    : shortcut.split('+')
  return keys.map((key) => names[key] ?? (isMac ? namesOnMac[key] : undefined) ?? key)
}

import { CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import styles from './toast.module.css'

export type ToastContent = {
  readonly id: string | number
  readonly text: string
  readonly tone?: 'plain' | 'trouble' | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

type ToastsProps = {
  readonly toasts: readonly ToastContent[]
  readonly onDismiss: (id: ToastContent['id']) => void
}

const shownFor = { plain: 6000, trouble: 20_000 }

/** Short messages at the foot of the window. The region is always there, so that a screen reader hears what comes into it. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  const [isHeld, setHeld] = useState(false)
  return (
    <section
      className={styles.region}
      aria-label="Messages"
      aria-live="polite"
      // React Aria hides all but an open dialog from screen readers and pointers: messages stay within reach.
      data-react-aria-top-layer="true"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} isHeld={isHeld} onDismiss={onDismiss} />
      ))}
    </section>
  )
}

type ToastProps = {
  readonly toast: ToastContent
  /** Time stands still while someone reads or is about to press. */
  readonly isHeld: boolean
  readonly onDismiss: (id: ToastContent['id']) => void
}

function Toast({ toast, isHeld, onDismiss }: ToastProps) {
  const { id, text, tone = 'plain', action } = toast
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onDismiss(id), shownFor[tone])
    return () => clearTimeout(timer)
  }, [id, tone, isHeld, onDismiss])
  return (
    <div className={classNames(styles.toast, styles[tone])} {...(tone === 'trouble' ? { role: 'alert' } : {})}>
      {tone === 'trouble' ? <CircleAlert className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden /> : null}
      <span className={styles.text}>{text}</span>
      {action === undefined ? null : (
        <AriaButton
          className={styles.action ?? ''}
          onPress={() => {
            action.run()
            onDismiss(id)
          }}
        >
          {action.label}
        </AriaButton>
      )}
      <AriaButton className={styles.close ?? ''} aria-label="Dismiss" onPress={() => onDismiss(id)}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </div>
  )
}

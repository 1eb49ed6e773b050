import { CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { createPortal } from 'react-dom'
import { classNames } from './class-names.ts'
import { useMessagePlace } from './message-place.tsx'
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

/**
 * Short messages, at the foot of the window or of the dialog in front. The window's region is always there, so that a screen reader
 * hears what comes into it, also when a dialog closes with a message.
 */
export function Toasts(props: ToastsProps) {
  const place = useMessagePlace()
  const shown = <Region {...props} name="Messages" className={place === null ? styles.overWindow : styles.inDialog} />
  return (
    <>
      {place === null ? shown : <Region {...props} toasts={[]} className={styles.overWindow} />}
      {place === null ? null : createPortal(shown, place)}
    </>
  )
}

type RegionProps = ToastsProps & { readonly name?: string; readonly className: string | undefined }

function Region({ toasts, onDismiss, name, className }: RegionProps) {
  return (
    <section
      className={classNames(styles.region, className)}
      aria-label={name}
      aria-live="polite"
      // React Aria hides what is behind a modal from screen readers and pointers: messages stay within reach.
      data-react-aria-top-layer="true"
    >
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </section>
  )
}

type ToastProps = {
  readonly toast: ToastContent
  readonly onDismiss: (id: ToastContent['id']) => void
}

function Toast({ toast, onDismiss }: ToastProps) {
  const { id, text, tone = 'plain', action } = toast
  // Time stands still while someone reads or is about to press.
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onDismiss(id), shownFor[tone])
    return () => clearTimeout(timer)
  }, [id, tone, isHeld, onDismiss])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing happens here but that time stands still.
    <div
      className={classNames(styles.toast, styles[tone])}
      {...(tone === 'trouble' ? { role: 'alert' } : {})}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
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

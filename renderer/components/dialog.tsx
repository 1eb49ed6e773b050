import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { MessagePlace } from './message-place.tsx'

type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** The row of buttons; the one that does the work stands last. */
  readonly footer?: ReactNode
  readonly size?: 'small' | 'normal' | 'wide' | 'full' | undefined
  /** A question that must be answered is not closed by a click beside it. */
  readonly mustAnswer?: boolean | undefined
}

export function Dialog({ title, isOpen, onClose, children, footer, size = 'normal', mustAnswer = false }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable={!mustAnswer}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''} {...(mustAnswer ? { role: 'alertdialog' } : {})}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {mustAnswer ? null : <IconButton icon={X} label="Close" size="small" onPress={onClose} />}
          </header>
          <div className={styles.body}>{children}</div>
          <MessagePlace />
          {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './notice.module.css'

type NoticeProps = { readonly children: ReactNode; readonly tone?: 'plain' | 'trouble' | undefined }

/** A sentence in its place: what is the matter here, or what went wrong. */
export function Notice({ children, tone = 'plain' }: NoticeProps) {
  const Icon = tone === 'trouble' ? CircleAlert : Info
  return (
    <div className={classNames(styles.notice, styles[tone])} {...(tone === 'trouble' ? { role: 'alert' } : {})}>
      <Icon className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.text}>{children}</div>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

type TooltipProps = {
  readonly text: string
  readonly shortcut?: string | undefined
  /** One control that can have the focus. */
  readonly children: ReactNode
}

export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        {text}
        {shortcut === undefined ? null : <Kbd shortcut={shortcut} look="inverse" />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

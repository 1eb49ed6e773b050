import { Check, ChevronRight } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  SubmenuTrigger,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'
import type { MenuItem, MenuSection, Submenu } from './menu-item.ts'

type MenuProps = {
  readonly label: string
  readonly sections: readonly MenuSection<MenuItem | Submenu>[]
  /** The button that opens it. */
  readonly children: ReactNode
  readonly placement?: 'bottom start' | 'bottom end' | undefined
}

/** A button with a menu. */
export function Menu({ label, sections, children, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <MenuList label={label} sections={sections} />
      </Popover>
    </MenuTrigger>
  )
}

type ContextMenuProps = {
  readonly label: string
  readonly sections: readonly MenuSection<MenuItem | Submenu>[]
  /** Where the pointer asked for it, in pixels of the window; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onClose: () => void
}

/** A menu at a place of its own, for a right click or the menu key. */
export function ContextMenu({ label, sections, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  if (at === null) return null
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        className={styles.popover ?? ''}
        aria-label={label}
        triggerRef={anchor}
        // Beside the pointer, for there it slides up where the window ends; below it would scroll.
        placement="right top"
        offset={2}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <MenuList label={label} sections={sections} onClose={onClose} />
      </Popover>
    </>
  )
}

type MenuListProps = {
  readonly label: string
  readonly sections: readonly MenuSection<MenuItem | Submenu>[]
  readonly onClose?: (() => void) | undefined
}

function MenuList({ label, sections, onClose }: MenuListProps) {
  return (
    <AriaMenu className={styles.menu ?? ''} aria-label={label} autoFocus="first" {...(onClose === undefined ? {} : { onClose })}>
      {/* Sections and items share one space of keys: of two alike, one would not be shown. */}
      {sections.map((section) => (
        <AriaMenuSection
          key={section.id}
          id={`section ${section.id}`}
          className={styles.section ?? ''}
          aria-label={section.label ?? label}
        >
          {section.label === undefined ? null : <Header className={styles.heading ?? ''}>{section.label}</Header>}
          {section.items.map((item) => (
            <MenuEntry key={item.id} item={item} />
          ))}
        </AriaMenuSection>
      ))}
    </AriaMenu>
  )
}

function MenuEntry({ item }: { readonly item: MenuItem | Submenu }) {
  if (!('items' in item)) return <MenuLine item={item} />
  const { id, label, icon: Icon, items } = item
  return (
    <SubmenuTrigger>
      <AriaMenuItem id={id} className={styles.item ?? ''} textValue={label}>
        {Icon === undefined ? null : <Icon className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />}
        <span className={styles.label}>{label}</span>
        <ChevronRight className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />
      </AriaMenuItem>
      <Popover className={styles.popover ?? ''} offset={-2} crossOffset={-4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {items.map((line) => (
            <MenuLine key={line.id} item={line} />
          ))}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

function MenuLine({ item }: { readonly item: MenuItem }) {
  const { id, label, run, icon: Icon, shortcut, isDisabled = false, isChosen = false, isDangerous = false } = item
  return (
    <AriaMenuItem
      id={id}
      className={classNames(styles.item, isDangerous && styles.dangerous)}
      textValue={label}
      isDisabled={isDisabled}
      onAction={run}
    >
      {Icon === undefined ? null : <Icon className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />}
      <span className={styles.label}>{label}</span>
      {isChosen ? <Check className={styles.check ?? ''} size={16} strokeWidth={1.75} aria-label="chosen" /> : null}
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </AriaMenuItem>
  )
}

import { CircleSlash, FileText, Inbox, LibraryBig, ListChecks, ListOrdered, type LucideIcon, Trash2 } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { View } from '../../../db/model/view.ts'
import { statusIcons } from '../../components/status-mark.tsx'
import { TagDot } from '../../components/tag-chip.tsx'
import { fileNameOf } from '../../file-name-of.ts'
import { useAnswer } from '../../use-answer.ts'
import { SidebarLine } from './sidebar-line.tsx'
import styles from './views-sidebar.module.css'

type ViewsSidebarProps = {
  readonly view: View
  /** What is searched for: it tells which tag is shown. */
  readonly query: string
  /** The source that is shown, if one is. */
  readonly sourceId: number | null
  readonly onShowSource: (sourceId: number) => void
  readonly onShowView: (view: View) => void
  readonly onShowProblems: () => void
  readonly queryOf: (tag: string) => string
  readonly onSearch: (query: string) => void
  readonly onSourceMenu: (
    source: { readonly id: number; readonly name: string },
    at: { readonly x: number; readonly y: number },
  ) => void
  /** Beside the program's name, and at the foot. */
  readonly actions: ReactNode
  readonly footer: ReactNode
}

const lines: readonly { readonly view: View; readonly label: string; readonly icon: LucideIcon }[] = [
  { view: 'needs-look', label: 'Needs a look', icon: Inbox },
  { view: 'new', label: 'New', icon: statusIcons.new },
  { view: 'to-read', label: 'To read', icon: ListOrdered },
  { view: 'reading', label: 'Reading', icon: statusIcons.reading },
  { view: 'read', label: 'Read', icon: statusIcons.read },
  { view: 'dropped', label: 'Dropped', icon: CircleSlash },
  { view: 'all', label: 'All papers', icon: LibraryBig },
  { view: 'trash', label: 'Trash', icon: Trash2 },
]

export function ViewsSidebar(props: ViewsSidebarProps) {
  const { view, query, sourceId, onShowView, queryOf, onSearch, onShowSource, onShowProblems, onSourceMenu, actions, footer } =
    props
  const counts = useAnswer('views:count', undefined).value
  const tags = useAnswer('tags:list', undefined).value ?? []
  const sources = useAnswer('sources:list', undefined).value ?? []
  return (
    <div className={styles.sidebar}>
      <header className={styles.header}>
        <span className={styles.logo} aria-hidden />
        <h1 className={styles.name}>Octavo</h1>
        {actions}
      </header>
      <nav className={styles.lines} aria-label="Library">
        <ul>
          {lines.map((line) => (
            <Fragment key={line.view}>
              <SidebarLine
                label={line.label}
                icon={line.icon}
                count={counts?.[line.view]}
                isShown={line.view === view && query === '' && sourceId === null}
                onPress={() => onShowView(line.view)}
              />
              {line.view === 'needs-look' ? (
                <SidebarLine label="Problems…" icon={ListChecks} count={undefined} isShown={false} onPress={onShowProblems} />
              ) : null}
            </Fragment>
          ))}
        </ul>
        {tags.length === 0 ? null : (
          <Section title="Tags">
            {tags.map(({ id, name, papers }) => (
              <SidebarLine
                key={id}
                label={name}
                mark={<TagDot name={name} />}
                count={papers}
                isShown={query === queryOf(name)}
                onPress={() => onSearch(queryOf(name))}
              />
            ))}
          </Section>
        )}
        {sources.length === 0 ? null : (
          <Section title="Sources">
            {sources.map(({ id, name, heading, entries }) => (
              <SidebarLine
                key={id}
                label={heading ?? fileNameOf(name)}
                hint={name}
                icon={FileText}
                count={entries}
                isShown={id === sourceId}
                onPress={() => onShowSource(id)}
                onMenu={(at) => onSourceMenu({ id, name }, at)}
              />
            ))}
          </Section>
        )}
      </nav>
      <footer className={styles.footer}>{footer}</footer>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

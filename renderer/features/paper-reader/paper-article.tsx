import { Calendar, Layers2, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { PaperDetail } from '../../../db/model/paper-detail.ts'
import { classNames } from '../../components/class-names.ts'
import { TagChip } from '../../components/tag-chip.tsx'
import { displayName } from '../../display-name.ts'
import { describeOrigin, describeStatusDate, typedValue } from './describe-paper.ts'
import { FieldEditor } from './field-editor.tsx'
import { InlineText } from './inline-text.tsx'
import { PaperDetails } from './paper-details.tsx'
import { PaperNotes } from './paper-notes.tsx'
import { PaperNotices } from './paper-notices.tsx'
import styles from './paper-reader.module.css'
import type { PaperReaderProps } from './paper-reader.tsx'
import { closeEditor, openEditor, useEditor } from './reader-store.ts'
import { TagField } from './tag-field.tsx'

export type PaperArticleProps = PaperReaderProps & { readonly detail: PaperDetail }

export function PaperArticle(props: PaperArticleProps) {
  const { detail, onOpenLink } = props
  const { paper } = detail
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached and scrolled with the keyboard.
    <article className={styles.article} aria-label="Paper" tabIndex={0}>
      <div className={styles.page}>
        <Title detail={detail} />
        <Authors detail={detail} />
        <Facts {...props} />
        <PaperNotices {...props} />
        <Abstract detail={detail} />
        <PaperNotes paperId={paper.id} notes={paper.notes} onOpenLink={onOpenLink} />
        <PaperDetails {...props} />
      </div>
    </article>
  )
}

function Title({ detail: { paper, origins } }: { readonly detail: PaperDetail }) {
  const editor = useEditor(paper.id)
  if (editor?.kind === 'field' && editor.field === 'title')
    return <FieldEditor paperId={paper.id} field="title" label="Title" value={paper.title ?? ''} look="title" />
  const isProvisional = paper.title === null || paper.titleOrigin === 'provisional'
  return (
    <h2
      className={classNames(styles.title, isProvisional && styles.provisional)}
      title={origins.title === undefined ? undefined : describeOrigin(origins.title, new Date())}
      onDoubleClick={() => openEditor(paper.id, { kind: 'field', field: 'title' })}
    >
      {paper.title === null ? 'Without a title' : <InlineText text={paper.title} />}
    </h2>
  )
}

const authorsAtOnce = 12

function Authors({ detail: { paper, origins } }: { readonly detail: PaperDetail }) {
  const editor = useEditor(paper.id)
  const [isWhole, setWhole] = useState(paper.authors.length <= authorsAtOnce + 2)
  if (editor?.kind === 'field' && editor.field === 'authors') {
    return (
      <div className={styles.authorsEditor}>
        <FieldEditor paperId={paper.id} field="authors" label="Authors, one a line" value={typedValue(paper, 'authors')} isLong />
      </div>
    )
  }
  const names = paper.authors.map(displayName)
  const shown = isWhole ? names : names.slice(0, authorsAtOnce)
  return (
    <p
      className={styles.authors}
      title={origins.authors === undefined ? undefined : describeOrigin(origins.authors, new Date())}
      onDoubleClick={() => openEditor(paper.id, { kind: 'field', field: 'authors' })}
    >
      {names.length === 0 ? 'No authors given' : shown.join(', ')}
      {isWhole ? (paper.andOthers ? ' et al.' : null) : ' '}
      {isWhole ? null : (
        <AriaButton className={styles.moreAuthors ?? ''} onPress={() => setWhole(true)}>
          and {names.length - shown.length} more
        </AriaButton>
      )}
    </p>
  )
}

function Facts({ detail, onAddTag, onRemoveTag }: PaperArticleProps) {
  const { paper } = detail
  const editor = useEditor(paper.id)
  const lists = new Set(paper.sources.map(({ file }) => file)).size
  return (
    <div className={styles.facts}>
      <code className={styles.key}>{paper.citationKey}</code>
      <span className={styles.fact}>
        <Calendar size={14} strokeWidth={1.75} aria-hidden />
        {describeStatusDate(detail, new Date())}
      </span>
      {lists > 1 ? (
        <span className={styles.fact}>
          <Layers2 size={14} strokeWidth={1.75} aria-hidden />
          Seen in {lists} lists
        </span>
      ) : null}
      <span className={styles.tags}>
        {paper.tags.map((name) => (
          <TagChip key={name} name={name} onRemove={() => onRemoveTag([paper.id], name)} />
        ))}
        {editor?.kind === 'tag' ? (
          <TagField present={paper.tags} onAdd={(name) => onAddTag([paper.id], name)} onClose={closeEditor} />
        ) : (
          <AriaButton className={styles.addTag ?? ''} onPress={() => openEditor(paper.id, { kind: 'tag' })}>
            <Plus size={12} strokeWidth={2} aria-hidden />
            Tag
          </AriaButton>
        )}
      </span>
    </div>
  )
}

function Abstract({ detail: { paper, origins } }: { readonly detail: PaperDetail }) {
  const editor = useEditor(paper.id)
  if (editor?.kind === 'field' && editor.field === 'abstract')
    return <FieldEditor paperId={paper.id} field="abstract" label="Abstract" value={paper.abstract ?? ''} isLong look="text" />
  if (paper.abstract === null) return <p className={styles.missing}>No list gave an abstract.</p>
  const origin = origins.abstract === undefined ? undefined : describeOrigin(origins.abstract, new Date())
  return (
    <div className={styles.abstract} title={origin}>
      <p>
        <InlineText text={paper.abstract} />
      </p>
    </div>
  )
}

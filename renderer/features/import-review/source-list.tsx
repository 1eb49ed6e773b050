import { FileText, FileWarning } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { classNames } from '../../components/class-names.ts'
import { fileNameOf } from '../../file-name-of.ts'
import { countOf, describeLayout, isFailed, type ReviewedSource } from './review-model.ts'
import styles from './source-list.module.css'

type SourceListProps = {
  readonly sources: readonly ReviewedSource[]
  readonly shown: number
  readonly onShow: (index: number) => void
}

export function SourceList({ sources, shown, onShow }: SourceListProps) {
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label="Lists"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (typeof key === 'number') onShow(key)
      }}
    >
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sources may have one name, and their order never changes.
        <ListBoxItem key={index} id={index} className={styles.source ?? ''} textValue={source.name}>
          <SourceLine source={source} />
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

function SourceLine({ source }: { readonly source: ReviewedSource }) {
  const hasFailed = isFailed(source)
  const Icon = hasFailed ? FileWarning : FileText
  return (
    <>
      <Icon className={classNames(styles.icon, hasFailed && styles.trouble)} size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name} title={source.name}>
          {fileNameOf(source.name)}
        </span>
        <span className={classNames(styles.what, hasFailed && styles.trouble)}>
          {hasFailed
            ? 'Could not be read'
            : `${describeLayout(source.layout)} · ${countOf(source.entries.length, 'entry', 'entries')}`}
        </span>
      </span>
    </>
  )
}

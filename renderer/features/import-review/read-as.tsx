import type { ReactNode } from 'react'
import type { Author } from '../../../db/model/author.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { provisionalTitle } from '../../../db/model/provisional-title.ts'
import { classNames } from '../../components/class-names.ts'
import { displayName } from '../../display-name.ts'
import styles from './read-as.module.css'

type ReadAsProps = {
  readonly fields: EntryFields
  /** The title that another entry gives the same work. */
  readonly titleElsewhere: string | null
  readonly isWhole: boolean
}

const authorsInShort = 4
const abstractInShort = 600

/** What an entry was understood to say; what the list does not say is said to be missing. */
export function ReadAs({ fields, titleElsewhere, isWhole }: ReadAsProps) {
  const { authors = [], andOthers = false, abstract } = fields
  const published = publishedLine(fields)
  const ids = idsLine(fields)
  return (
    <dl className={styles.fields}>
      <Field name="Title">
        <Title fields={fields} titleElsewhere={titleElsewhere} />
      </Field>
      <Field name="Authors">
        {authors.length === 0 ? (
          <span className={styles.missing}>none in the list</span>
        ) : (
          authorLine(authors, { andOthers, isWhole })
        )}
      </Field>
      {published === '' ? null : <Field name="Published">{published}</Field>}
      {ids === '' ? null : <Field name="Found at">{ids}</Field>}
      <Field name="Abstract">
        {abstract === undefined ? (
          <span className={styles.missing}>none in the list</span>
        ) : (
          <span className={classNames(styles.abstract, !isWhole && styles.short)}>
            {printPlain(readInlineMarkup(isWhole ? abstract : abstract.slice(0, abstractInShort)))}
          </span>
        )}
      </Field>
    </dl>
  )
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}

function Title({ fields, titleElsewhere }: { readonly fields: EntryFields; readonly titleElsewhere: string | null }) {
  if (fields.title !== undefined) return <span className={styles.title}>{printPlain(readInlineMarkup(fields.title))}</span>
  if (titleElsewhere !== null) {
    return (
      <span className={styles.missing}>
        {printPlain(readInlineMarkup(titleElsewhere))} <span className={styles.from}>(from its other entry)</span>
      </span>
    )
  }
  const proposed = fields.abstract === undefined ? null : provisionalTitle(fields.abstract)
  if (proposed === null) return <span className={styles.missing}>none in the list</span>
  return <em className={styles.proposed}>{proposed}</em>
}

function authorLine(authors: readonly Author[], { andOthers, isWhole }: { andOthers: boolean; isWhole: boolean }): string {
  const names = authors.map(displayName)
  const rest = names.length - authorsInShort
  if (!isWhole && rest > 1) return `${names.slice(0, authorsInShort).join(', ')} and ${rest.toLocaleString('en')} more`
  return `${names.join(', ')}${andOthers ? ' and others' : ''}`
}

function publishedLine({ venue, volume, issue, pages, year }: EntryFields): string {
  const number = volume === undefined ? issue : issue === undefined ? volume : `${volume}(${issue})`
  return [venue, number, pages === undefined ? undefined : `pp. ${pages}`, year?.toString()]
    .filter((part) => part !== undefined)
    .join(' · ')
}

function idsLine({ doi, arxivId, url }: EntryFields): string {
  const parts = [doi === undefined ? undefined : `doi:${doi}`, arxivId === undefined ? undefined : `arXiv:${arxivId}`, url]
  return parts.filter((part) => part !== undefined).join(' · ')
}

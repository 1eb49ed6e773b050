import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ValueOrigin } from '../../../db/model/paper-detail.ts'
import { statusLabels } from '../../components/status-mark.tsx'
import { describeOrigin, formatDate, typedValue } from './describe-paper.ts'
import { FieldEditor } from './field-editor.tsx'
import { FieldOrigin } from './field-origin.tsx'
import { InlineText } from './inline-text.tsx'
import { KeyHistory } from './key-history.tsx'
import type { PaperArticleProps } from './paper-article.tsx'
import styles from './paper-details.module.css'
import { PaperEntries } from './paper-entries.tsx'
import { type EditableField, openEditor, useEditor } from './reader-store.ts'

type PaperDetailsProps = Pick<PaperArticleProps, 'detail' | 'onOpenLink' | 'onTakeApart' | 'onAttempt'>

type Field = { readonly field: EditableField; readonly label: string; readonly linkOf?: (value: string) => string }

/** Fields that are read above: here only where they come from. */
const readAbove: readonly Field[] = [
  { field: 'title', label: 'Title' },
  { field: 'authors', label: 'Authors' },
  { field: 'abstract', label: 'Abstract' },
]
const fields: readonly Field[] = [
  { field: 'citationKey', label: 'Citation key' },
  { field: 'entryType', label: 'Type' },
  { field: 'year', label: 'Year' },
  { field: 'venue', label: 'Venue' },
  { field: 'volume', label: 'Volume' },
  { field: 'issue', label: 'Issue' },
  { field: 'pages', label: 'Pages' },
  { field: 'doi', label: 'DOI', linkOf: (value) => `https://doi.org/${value}` },
  { field: 'arxivId', label: 'arXiv', linkOf: (value) => `https://arxiv.org/abs/${value}` },
  { field: 'url', label: 'URL', linkOf: (value) => value },
]

/** Every field with its origin, each to be typed over; then the lists and the history. */
export function PaperDetails(props: PaperDetailsProps) {
  const { detail, onTakeApart } = props
  const { paper, statusEvents } = detail
  const now = new Date()
  const editor = useEditor(paper.id)
  const isShown = ({ field }: Field) => typedValue(paper, field) !== '' || (editor?.kind === 'field' && editor.field === field)
  const missing = fields.filter((field) => !isShown(field))
  return (
    <section className={styles.details} aria-label="Details">
      <h3 className={styles.heading}>Details and where they come from</h3>
      <dl className={styles.fields}>
        {readAbove.map((field) => (
          <DetailLine key={field.field} {...props} field={field} isReadAbove />
        ))}
        {fields.filter(isShown).map((field) => (
          <DetailLine key={field.field} {...props} field={field} />
        ))}
        {Object.entries(paper.extra).map(([name, text]) => (
          <ExtraLine key={name} name={name} text={text} origin={detail.origins[`extra.${name}`]} />
        ))}
        {missing.length === 0 ? null : (
          <Line label="Not given">
            {missing.map(({ field, label }) => (
              <AriaButton
                key={field}
                className={styles.missing ?? ''}
                aria-label={`Add ${label}`}
                onPress={() => openEditor(paper.id, { kind: 'field', field })}
              >
                {label}
              </AriaButton>
            ))}
          </Line>
        )}
        <Line label="History">
          {[
            `Added ${formatDate(detail.addedAt, now)}`,
            ...statusEvents.map(({ status, changedAt }) => `${statusLabels[status]} ${formatDate(changedAt, now)}`),
          ].join(' · ')}
        </Line>
        {/* Last, for they come last: nothing is moved by them. */}
        <Line label="Lists">
          <PaperEntries detail={detail} onTakeApart={onTakeApart} />
        </Line>
      </dl>
    </section>
  )
}

type DetailLineProps = PaperDetailsProps & { readonly field: Field; readonly isReadAbove?: boolean }

function DetailLine({ detail, field: { field, label, linkOf }, isReadAbove = false, onOpenLink, onAttempt }: DetailLineProps) {
  const { paper, origins } = detail
  const editor = useEditor(paper.id)
  const value = typedValue(paper, field)
  if (!isReadAbove && editor?.kind === 'field' && editor.field === field) {
    return (
      <Line label={label}>
        <FieldEditor paperId={paper.id} field={field} label={label} value={value} />
      </Line>
    )
  }
  const edit = () => openEditor(paper.id, { kind: 'field', field })
  return (
    <Line label={label} onEdit={edit}>
      {isReadAbove || value === '' ? null : <Value text={value} link={linkOf?.(value)} onOpenLink={onOpenLink} />}
      {field === 'citationKey' ? <KeyHistory paperId={paper.id} /> : null}
      {field === 'citationKey' || origins[field] === undefined ? null : (
        <FieldOrigin detail={detail} field={field} label={label} origin={origins[field]} onAttempt={onAttempt} />
      )}
      {value === '' ? <span className={styles.origin}>not given</span> : null}
    </Line>
  )
}

type ExtraLineProps = { readonly name: string; readonly text: string; readonly origin: ValueOrigin | undefined }

/** A field beside the usual ones, under the name that bibliographies give it; an empty one only says that nothing is inherited. */
function ExtraLine({ name, text, origin }: ExtraLineProps) {
  if (text === '') return null
  return (
    <Line label={name.charAt(0).toUpperCase() + name.slice(1)}>
      <span className={styles.value}>
        <InlineText text={text} />
      </span>
      {origin === undefined ? null : <span className={styles.origin}>{describeOrigin(origin, new Date())}</span>}
    </Line>
  )
}

type ValueProps = { readonly text: string; readonly link: string | undefined; readonly onOpenLink: (url: string) => void }

function Value({ text, link, onOpenLink }: ValueProps) {
  if (link === undefined || !/^https?:\/\//i.test(link)) {
    return (
      <span className={styles.value}>
        <InlineText text={text} />
      </span>
    )
  }
  return (
    <AriaButton className={styles.link ?? ''} onPress={() => onOpenLink(link)}>
      {text}
    </AriaButton>
  )
}

type LineProps = { readonly label: string; readonly onEdit?: () => void; readonly children: ReactNode }

function Line({ label, onEdit, children }: LineProps) {
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.content}>
        <div className={styles.values}>{children}</div>
        {onEdit === undefined ? null : (
          <AriaButton className={styles.edit ?? ''} aria-label={`Edit ${label}`} onPress={onEdit}>
            <Pencil size={12} strokeWidth={1.75} aria-hidden />
          </AriaButton>
        )}
      </dd>
    </div>
  )
}

import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { emptyFields } from '../../../db/model/fields.ts'
import type { PaperDetail, ValueOrigin } from '../../../db/model/paper-detail.ts'
import type { PaperEntry } from '../../../db/model/paper-entry.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { fileNameOf } from '../../file-name-of.ts'
import { useAnswer } from '../../use-answer.ts'
import { describeLines, describeOrigin, formatDate, typedValue } from './describe-paper.ts'
import styles from './field-origin.module.css'
import { InlineText } from './inline-text.tsx'
import { OriginLines } from './origin-lines.tsx'
import type { EditableField } from './reader-store.ts'

type OriginField = Exclude<EditableField, 'citationKey'>

type FieldOriginProps = {
  readonly detail: PaperDetail
  readonly field: OriginField
  readonly label: string
  readonly origin: ValueOrigin
  readonly onAttempt: (work: () => Promise<unknown>) => void
}

/** Where a value comes from; pressed, the lines themselves, and the other values that were met. */
export function FieldOrigin(props: FieldOriginProps) {
  const [isOpen, setOpen] = useState(false)
  const { label, origin } = props
  const text = describeOrigin(origin, new Date())
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={styles.origin ?? ''} aria-label={`Origin of ${label}: ${text}`}>
        {text}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <AriaDialog className={styles.dialog ?? ''} aria-label={`Origin of ${label}`}>
          {isOpen ? <OriginContent {...props} onClose={() => setOpen(false)} /> : null}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}

function OriginContent({ detail, field, origin, onAttempt, onClose }: FieldOriginProps & { readonly onClose: () => void }) {
  const { value: entries = [] } = useAnswer('papers:entries', { paperId: detail.paper.id })
  const shown = typedValue(detail.paper, field)
  const home = entryOf(entries, origin.kind === 'provisional' ? detail.origins.abstract : origin)
  const others = otherValues(entries, field, shown)
  const paperId = detail.paper.id
  const run = (work: () => Promise<unknown>) => {
    onClose()
    onAttempt(work)
  }
  return (
    <>
      <p className={styles.sentence}>{sentenceOf(origin, home)}</p>
      {home === undefined ? null : (
        <OriginLines entry={home} span={home.spans[origin.kind === 'provisional' ? 'abstract' : field] ?? home} />
      )}
      {others.length === 0 ? null : (
        <>
          <h4 className={styles.heading}>Other values met</h4>
          <ul className={styles.others}>
            {others.map(({ entry, text }) => (
              <li key={entry.id} className={styles.other}>
                <div className={styles.value}>
                  <InlineText text={text} />
                  <div className={styles.place}>
                    {describeLines(entry)} of {fileNameOf(entry.file)}
                  </div>
                </div>
                <Button size="small" onPress={() => run(() => call('papers:setField', { paperId, field, text }))}>
                  Use this
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {origin.kind === 'user' && entries.length > 0 ? (
        <div className={styles.back}>
          <Button size="small" isFocusedFirst onPress={() => run(() => call('papers:takeBack', { paperId, field }))}>
            Back to the list’s value
          </Button>
        </div>
      ) : null}
    </>
  )
}

function sentenceOf(origin: ValueOrigin, home: PaperEntry | undefined): string {
  const now = new Date()
  switch (origin.kind) {
    case 'source':
      return `${describeOrigin(origin, now)}, added ${formatDate(origin.importedAt, now)}`
    case 'user':
      return describeOrigin(origin, now)
    case 'provisional':
      return home === undefined ? 'Proposed from the abstract' : 'No list gave a title. This one is proposed from the abstract:'
  }
}

function entryOf(entries: readonly PaperEntry[], origin: ValueOrigin | undefined): PaperEntry | undefined {
  if (origin?.kind !== 'source') return undefined
  return entries.find(({ file, lineStart }) => file === origin.file && lineStart === origin.lineStart)
}

/** What other entries say, each value once. */
function otherValues(
  entries: readonly PaperEntry[],
  field: OriginField,
  shown: string,
): readonly { readonly entry: PaperEntry; readonly text: string }[] {
  const met = new Set([shown, ''])
  return entries.flatMap((entry) => {
    const text = typedValue({ ...emptyFields, ...entry.fields, citationKey: '' }, field)
    if (met.has(text)) return []
    met.add(text)
    return [{ entry, text }]
  })
}

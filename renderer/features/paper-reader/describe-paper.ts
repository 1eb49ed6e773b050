import { fieldText } from '../../../db/model/field-value.ts'
import type { PaperFields } from '../../../db/model/fields.ts'
import type { PaperDetail, ValueOrigin } from '../../../db/model/paper-detail.ts'
import type { Status } from '../../../db/model/status.ts'
import { fileNameOf } from '../../file-name-of.ts'
import type { EditableField } from './reader-store.ts'

const verbs: { readonly [Name in Status]: string } = {
  new: 'Added',
  'to-read': 'Queued',
  reading: 'Started',
  read: 'Read',
  dropped: 'Dropped',
}

/** When the paper came into its present status: `Started 18 Nov`. */
export function describeStatusDate({ paper, addedAt, statusEvents }: PaperDetail, now: Date): string {
  const event = statusEvents.findLast(({ status }) => status === paper.status)
  return `${verbs[paper.status]} ${formatDate(event?.changedAt ?? addedAt, now)}`
}

/** Day and month; the year too unless it is this one. */
export function formatDate(at: string, now: Date): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const isThisYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) })
}

export function describeOrigin(origin: ValueOrigin, now: Date): string {
  switch (origin.kind) {
    case 'source':
      return `${describeLines(origin)} of ${fileNameOf(origin.file)}`
    case 'user':
      return `Typed by you, ${formatDate(origin.editedAt, now)}`
    case 'provisional':
      return 'Proposed from the abstract'
  }
}

export function describeLines({ lineStart, lineEnd }: { readonly lineStart: number; readonly lineEnd: number }): string {
  return lineStart === lineEnd ? `Line ${lineStart}` : `Lines ${lineStart}–${lineEnd}`
}

/** A field as it is typed. */
export function typedValue(fields: PaperFields & { readonly citationKey: string }, field: EditableField): string {
  return field === 'citationKey' ? fields.citationKey : fieldText(fields, field)
}

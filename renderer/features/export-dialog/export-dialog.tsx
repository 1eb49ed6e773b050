import { Copy, Save } from 'lucide-react'
import { useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import {
  type ExportFormatId,
  type ExportOption,
  type ExportOptions,
  type ExportOrder,
  exportFormatOf,
  exportFormats,
} from '../../../db/model/export-formats.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { CheckBox } from '../../components/check-box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import styles from './export-dialog.module.css'
import { ExportPreview } from './export-preview.tsx'

type ExportDialogProps = {
  readonly paperIds: readonly number[]
  readonly open: boolean
  readonly onClose: () => void
  /** Told what was done, in a sentence, after the dialog closed. */
  readonly onDone?: ((sentence: string) => void) | undefined
}

const formats = exportFormats.map(({ id, name }) => ({ value: id, label: name }))
const orders = [
  { value: 'list', label: 'As in the list' },
  { value: 'key', label: 'By citation key' },
] as const
const optionLabels: { readonly [Name in ExportOption]: string } = {
  abstracts: 'Abstracts',
  notes: 'Your notes',
  keywords: 'Your tags as keywords',
  byStatus: 'A heading for each status',
}

export function ExportDialog({ paperIds, open, onClose, onDone }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormatId>('bibtex')
  const [order, setOrder] = useState<ExportOrder>('list')
  const [options, setOptions] = useState<ExportOptions>({ abstracts: false, notes: false, keywords: true, byStatus: false })
  const [running, setRunning] = useState<'save' | 'copy' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const chosen = exportFormatOf(format)
  const request = { paperIds: [...paperIds], format, order, ...options }
  const papers = paperIds.length === 1 ? 'one paper' : `${paperIds.length.toLocaleString('en')} papers`

  function close(): void {
    setTrouble(null)
    onClose()
  }

  async function exportTo(where: 'save' | 'copy'): Promise<void> {
    setRunning(where)
    setTrouble(null)
    try {
      const { text, problems } = await call('bibliography:export', request)
      const suggestedName = `${format === 'markdown' ? 'reading-list' : 'references'}${chosen?.extension ?? ''}`
      const sentence = await (where === 'save' ? saveText(text, { papers, suggestedName }) : copyText(text, papers))
      if (problems.length > 0) return setTrouble(`${sentence}. ${describeProblems(problems)}`)
      close()
      onDone?.(sentence)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code !== 'cancelled') setTrouble(error.message)
    } finally {
      setRunning(null)
    }
  }

  return (
    <Dialog
      title={`Export ${papers}`}
      size="wide"
      isOpen={open}
      onClose={close}
      footer={
        <>
          <Button icon={Copy} onPress={() => void exportTo('copy')} isPending={running === 'copy'} isDisabled={running === 'save'}>
            Copy
          </Button>
          <Button
            look="primary"
            icon={Save}
            onPress={() => void exportTo('save')}
            isPending={running === 'save'}
            isDisabled={running === 'copy'}
            isFocusedFirst
          >
            Save to file…
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <SegmentedControl label="Format" segments={formats} value={format} onChange={setFormat} />
        <div className={styles.options}>
          {chosen?.options.map((name) => (
            <CheckBox key={name} isChecked={options[name]} onChange={(isChecked) => setOptions({ ...options, [name]: isChecked })}>
              {optionLabels[name]}
            </CheckBox>
          ))}
        </div>
        <SegmentedControl label="Order" segments={orders} value={order} onChange={setOrder} />
        {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
        <ExportPreview request={open ? request : null} />
        <p className={styles.promise}>
          The citation keys in the export are issued with it: from then on Octavo never changes them by itself, and never gives one
          to another paper.
        </p>
      </div>
    </Dialog>
  )
}

async function saveText(text: string, { papers, suggestedName }: { papers: string; suggestedName: string }): Promise<string> {
  return `Exported ${papers} to ${await call('dialogs:saveText', { suggestedName, text })}`
}

async function copyText(text: string, papers: string): Promise<string> {
  await call('clipboard:writeText', { text })
  return `Copied ${papers} to the clipboard`
}

const mostNamed = 5

/** What the format has no place for, paper by paper. */
function describeProblems(problems: ValueOf<'bibliography:export'>['problems']): string {
  const named = problems.slice(0, mostNamed).map(({ citationKey, message }) => `${citationKey}: ${message}`)
  const rest = problems.length - named.length
  return [...named, ...(rest > 0 ? [`So it is with ${rest.toLocaleString('en')} more.`] : [])].join(' ')
}

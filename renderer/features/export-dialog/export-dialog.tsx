import { Copy, Save } from 'lucide-react'
import { useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { CheckBox } from '../../components/check-box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import styles from './export-dialog.module.css'

type ExportDialogProps = {
  readonly paperIds: readonly number[]
  readonly open: boolean
  readonly onClose: () => void
  /** Told what was done, in a sentence, after the dialog closed. */
  readonly onDone?: ((sentence: string) => void) | undefined
}

const formats = [
  { value: 'bibtex', label: 'BibTeX' },
  { value: 'biblatex', label: 'BibLaTeX' },
] as const

/** There is no preview: to show an entry with its key would already issue the key. */
export function ExportDialog({ paperIds, open, onClose, onDone }: ExportDialogProps) {
  const [format, setFormat] = useState<'bibtex' | 'biblatex'>('bibtex')
  const [abstracts, setAbstracts] = useState(false)
  const [keywords, setKeywords] = useState(true)
  const [running, setRunning] = useState<'save' | 'copy' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const papers = paperIds.length === 1 ? 'one paper' : `${paperIds.length.toLocaleString('en')} papers`

  async function exportTo(where: 'save' | 'copy'): Promise<void> {
    setRunning(where)
    setTrouble(null)
    try {
      const text = await call('bibliography:export', { paperIds: [...paperIds], format, abstracts, keywords })
      const sentence = await (where === 'save' ? saveText(text, papers) : copyText(text, papers))
      onClose()
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
      isOpen={open}
      onClose={() => {
        setTrouble(null)
        onClose()
      }}
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
        <SegmentedControl label="Format" isLabelShown segments={formats} value={format} onChange={setFormat} />
        <div className={styles.boxes}>
          <CheckBox isChecked={abstracts} onChange={setAbstracts}>
            With abstracts
          </CheckBox>
          <CheckBox isChecked={keywords} onChange={setKeywords} hint="Your tags, as keywords">
            With keywords
          </CheckBox>
        </div>
        <p className={styles.promise}>
          The citation keys in the export are issued with it: from then on Octavo never changes them by itself, and never gives one
          to another paper.
        </p>
        {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
      </div>
    </Dialog>
  )
}

async function saveText(text: string, papers: string): Promise<string> {
  return `Exported ${papers} to ${await call('dialogs:saveText', { suggestedName: 'references.bib', text })}`
}

async function copyText(text: string, papers: string): Promise<string> {
  await call('clipboard:writeText', { text })
  return `Copied ${papers} to the clipboard`
}

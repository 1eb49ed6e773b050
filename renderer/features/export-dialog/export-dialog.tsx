import { Copy, Save } from 'lucide-react'
import { useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { KeptSearch } from '../../../db/model/kept-export.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { useAnswer } from '../../use-answer.ts'
import { type Choices, ExportChoices, usualChoices } from './export-choices.tsx'
import styles from './export-dialog.module.css'
import { ExportPreview } from './export-preview.tsx'
import { copyExport, type Exported, keepExport, saveExport } from './save-export.ts'

type ExportDialogProps = {
  readonly paperIds: readonly number[]
  /** What found the papers; null where they were chosen one by one. */
  readonly search: KeptSearch | null
  readonly open: boolean
  readonly onClose: () => void
  /** Told what was done, in a sentence, after the dialog closed. */
  readonly onDone?: ((sentence: string) => void) | undefined
}

const wholeLibrary: KeptSearch = { view: 'all', query: '' }

export function ExportDialog({ paperIds, search, open, onClose, onDone }: ExportDialogProps) {
  const [choices, setChoices] = useState<Choices>(usualChoices)
  const { scope, format, order, options } = choices
  const isWhole = scope === 'library'
  const library = useAnswer('papers:find', open && isWhole ? wholeLibrary : null).value
  const exported = isWhole ? library : paperIds
  const source = isWhole ? wholeLibrary : search
  const papers = countPapers(exported?.length ?? 0)
  const written = { format, order, ...options }
  const request = open && exported !== undefined ? { paperIds: [...exported], ...written } : null
  const close = () => {
    setChoices((last) => ({ ...last, scope: 'these', isKept: false }))
    onClose()
  }
  const { running, trouble, forget, run } = useExporting({ onClose: close, onDone })
  const save = () => {
    if (choices.isKept && source !== null) void run('save', () => keepExport({ ...written, search: source }))
    else if (request !== null) void run('save', () => saveExport(request, papers))
  }
  const copy = () => {
    if (request !== null) void run('copy', () => copyExport(request, papers))
  }
  return (
    <Dialog
      title={`Export ${papers}`}
      size="wide"
      isOpen={open}
      onClose={() => {
        forget()
        close()
      }}
      footer={
        <>
          <Button icon={Copy} onPress={copy} isPending={running === 'copy'} isDisabled={running === 'save'}>
            Copy
          </Button>
          <Button
            look="primary"
            icon={Save}
            onPress={save}
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
        <ExportChoices
          choices={choices}
          onChange={setChoices}
          these={`${search === null ? 'Chosen' : 'Shown'}: ${countPapers(paperIds.length)}`}
          canKeep={source !== null}
        />
        {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
        <ExportPreview request={request} />
        <p className={styles.promise}>
          The citation keys in the export are issued with it: from then on Octavo never changes them by itself, and never gives one
          to another paper.
        </p>
      </div>
    </Dialog>
  )
}

type Ending = { readonly onClose: () => void; readonly onDone: ExportDialogProps['onDone'] }

/** One export at a time; one of which all is well ends the dialog. */
function useExporting({ onClose, onDone }: Ending) {
  const [running, setRunning] = useState<'save' | 'copy' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  async function run(where: 'save' | 'copy', work: () => Promise<Exported | null>): Promise<void> {
    setRunning(where)
    setTrouble(null)
    try {
      const exported = await work()
      if (exported === null) return
      const { sentence, problems } = exported
      if (problems !== null) return setTrouble(`${sentence}. ${problems}`)
      onClose()
      onDone?.(sentence)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code !== 'cancelled') setTrouble(error.message)
    } finally {
      setRunning(null)
    }
  }
  return { running, trouble, forget: () => setTrouble(null), run }
}

function countPapers(papers: number): string {
  return papers === 1 ? 'one paper' : `${papers.toLocaleString('en')} papers`
}

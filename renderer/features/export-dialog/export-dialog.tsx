import { Copy, Save } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { KeptSearch } from '../../../db/model/kept-export.ts'
import type { ReferenceStyle } from '../../../db/model/reference-styles.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { useAnswer } from '../../use-answer.ts'
import { type Choices, ExportChoices, usualChoices } from './export-choices.tsx'
import styles from './export-dialog.module.css'
import { ExportPreview, ReferencesPreview } from './export-preview.tsx'
import { ExportProgress } from './export-progress.tsx'
import { copyExport, copyReferences, type Exported, keepExport, saveExport, saveReferences } from './save-export.ts'

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
  const isWhole = choices.scope === 'library'
  const library = useAnswer('papers:find', open && isWhole ? wholeLibrary : null).value
  const settings = useAnswer('citing:settings', undefined).value
  const exported = open ? (isWhole ? library : paperIds) : undefined
  const source = isWhole ? wholeLibrary : search
  const style = choices.style ?? settings?.style ?? 'apa'
  const papers = countPapers(exported?.length ?? 0)
  const work = worksOf(choices, { paperIds: exported, search: source, style, papers })
  const close = () => {
    setChoices((last) => ({ ...last, scope: 'these', isKept: false }))
    onClose()
  }
  const { running, trouble, forget, run } = useExporting({ onClose: close, onDone })
  return (
    <Dialog
      title={`Export ${papers}`}
      size="wide"
      isOpen={open}
      onClose={() => {
        forget()
        if (running !== null) void call('jobs:cancel', undefined)
        close()
      }}
      footer={
        <>
          <Button
            icon={Copy}
            onPress={() => void run('copy', work.copy)}
            isPending={running === 'copy'}
            isDisabled={running === 'save'}
          >
            Copy
          </Button>
          <Button
            look="primary"
            icon={Save}
            onPress={() => void run('save', work.save)}
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
          style={style}
        />
        {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
        {running === null ? null : <ExportProgress />}
        {work.preview}
        <p className={styles.promise}>
          {choices.format === 'formatted'
            ? 'Citations by CSL (citeproc-js), citationstyles.org. A file whose name ends in .html keeps the emphasis.'
            : 'The citation keys in the export are issued with it: from then on Octavo never changes them by itself, and never gives one to another paper.'}
        </p>
      </div>
    </Dialog>
  )
}

type Exporting = {
  /** undefined until they are known. */
  readonly paperIds: readonly number[] | undefined
  readonly search: KeptSearch | null
  readonly style: ReferenceStyle
  readonly papers: string
}

type Works = {
  readonly save: () => Promise<Exported | null>
  readonly copy: () => Promise<Exported | null>
  readonly preview: ReactNode
}

/** What the buttons do and the preview shows, as the choices are. */
function worksOf({ format, order, options, isKept }: Choices, { paperIds, search, style, papers }: Exporting): Works {
  if (format === 'formatted') {
    const request = paperIds === undefined ? null : { paperIds: [...paperIds], order, style }
    return {
      save: async () => (request === null ? null : saveReferences(request, papers)),
      copy: async () => (request === null ? null : copyReferences(request, papers)),
      preview: <ReferencesPreview request={request} />,
    }
  }
  const written = { format, order, ...options }
  const request = paperIds === undefined ? null : { paperIds: [...paperIds], ...written }
  return {
    async save() {
      if (isKept && search !== null) return keepExport({ ...written, search })
      return request === null ? null : saveExport(request, papers)
    },
    copy: async () => (request === null ? null : copyExport(request, papers)),
    preview: <ExportPreview request={request} />,
  }
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

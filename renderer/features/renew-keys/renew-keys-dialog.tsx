import { FolderSearch } from 'lucide-react'
import { useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { SegmentedControl } from '../../components/segmented-control.tsx'
import { JobProgress } from '../../job-progress.tsx'
import { useAnswer } from '../../use-answer.ts'
import { KeyChanges } from './key-changes.tsx'
import styles from './renew-keys.module.css'
import { useKeyPlan } from './use-key-plan.ts'

type RenewKeysDialogProps = {
  readonly chosenIds: readonly number[]
  readonly onClose: () => void
  /** Says in a sentence what was done; it can be undone. */
  readonly onDone: (text: string) => void
}

type InUse = NonNullable<ValueOf<'dialogs:findKeysInUse'>>
type Scope = 'chosen' | 'all'

/** Keys made again by the pattern: each is shown before, and those that documents cite are kept unless they are ticked. */
export function RenewKeysDialog({ chosenIds, onClose, onDone }: RenewKeysDialogProps) {
  const [scope, setScope] = useState<Scope>(chosenIds.length > 1 ? 'chosen' : 'all')
  const [inUse, setInUse] = useState<InUse | null>(null)
  const { busy, trouble, during } = useWork()
  const allIds = useAnswer('papers:find', { view: 'all', query: '' }).value
  const places = placesOfKeys(inUse)
  const plan = useKeyPlan(scope === 'chosen' ? chosenIds : allIds, places)
  const made = (plan.changes ?? []).map(({ paperId, to }) => ({ paperId, to }))
  const count = made.length === 1 ? '1 key' : `${made.length.toLocaleString('en')} keys`
  const check = () => during('checking', async () => setInUse((await call('dialogs:findKeysInUse', undefined)) ?? inUse))
  const renew = () =>
    during('renewing', async () => {
      await call('keys:renew', { changes: made })
      onDone(`Made ${count} again`)
    })
  return (
    <Dialog
      title="Make citation keys again"
      isOpen
      size="full"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={busy === 'renewing'}
            isDisabled={made.length === 0 || busy !== null}
            onPress={() => void renew()}
          >
            Make {count} again
          </Button>
        </>
      }
    >
      <div className={styles.renewing}>
        <div className={styles.choices}>
          <SegmentedControl
            label="Papers"
            segments={segmentsOf(chosenIds.length)}
            value={scope}
            onChange={setScope}
            isDisabled={chosenIds.length === 0}
          />
          <Button icon={FolderSearch} isPending={busy === 'checking'} onPress={() => void check()}>
            Choose a folder
          </Button>
        </div>
        <p className={styles.hint}>{sentenceOf(inUse, places.size)}</p>
        {busy === null ? null : <JobProgress key={busy} label={busy === 'checking' ? 'Reading documents' : 'Making keys'} />}
        {[...(inUse?.problems ?? []), trouble, plan.error?.message].map((problem) =>
          problem === null || problem === undefined ? null : (
            <Notice key={problem} tone="trouble">
              {problem}
            </Notice>
          ),
        )}
        <KeyChanges plan={plan} places={places} />
      </div>
    </Dialog>
  )
}

function segmentsOf(chosen: number) {
  return [
    { value: 'all', label: 'All papers' },
    { value: 'chosen', label: chosen === 1 ? 'The chosen paper' : `The ${chosen.toLocaleString('en')} chosen papers` },
  ] as const
}

type Busy = 'checking' | 'renewing'

function useWork() {
  const [busy, setBusy] = useState<Busy | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  async function during(what: Busy, work: () => Promise<void>): Promise<void> {
    setBusy(what)
    setTrouble(null)
    try {
      await work()
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure
      if (failure.code !== 'cancelled') setTrouble(failure.message)
    } finally {
      setBusy(null)
    }
  }
  return { busy, trouble, during }
}

/** Where the key that a paper shows is cited. */
function placesOfKeys(inUse: InUse | null): ReadonlyMap<number, readonly string[]> {
  const shown = (inUse?.keys ?? []).filter(({ citationKey, shownKey }) => citationKey === shownKey)
  return new Map(shown.flatMap(({ paperId, places }) => (paperId === null ? [] : [[paperId, places] as const])))
}

function sentenceOf(inUse: InUse | null, used: number): string {
  if (inUse === null)
    return 'Choose the folder of your .tex, .md, .qmd, .typ or .ipynb documents first: the keys that they cite are then kept.'
  const keys = used === 1 ? 'one key of the library' : `${used.toLocaleString('en')} keys of the library`
  const documents = inUse.files === 1 ? 'One document' : `${inUse.files.toLocaleString('en')} documents`
  return `${documents} in ${inUse.folder} cite${inUse.files === 1 ? 's' : ''} ${keys}: ${used === 1 ? 'it is' : 'they are'} kept unless you tick ${used === 1 ? 'it' : 'them'}.`
}

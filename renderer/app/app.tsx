import { LibraryBig } from 'lucide-react'
import '../base.css'
import { useEffect, useLayoutEffect } from 'react'
import { subscribe } from '../api.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { MessagePlaces } from '../components/message-place.tsx'
import { Toasts } from '../components/toast.tsx'
import { Welcome } from '../features/add-papers/welcome.tsx'
import { DropLists } from '../features/drop-lists/drop-lists.tsx'
import { ImportReview } from '../features/import-review/import-review.tsx'
import { KeptNotices } from '../features/kept-exports/kept-notices.tsx'
import { attemptAndTell, dismissToast, useToasts } from '../features/library/toast-store.ts'
import { typeAhead } from '../features/paper-reader/reader-store.ts'
import { followTheme } from '../theme.ts'
import { followChanges, useAnswer } from '../use-answer.ts'
import styles from './app.module.css'
import {
  applyImport,
  cancelWork,
  chooseLists,
  leaveReview,
  openDialog,
  reviewOpenedLists,
  reviewSampleList,
  reviewSources,
  useApp,
} from './app-store.ts'
import { commands } from './commands.ts'
import { LibraryPanes } from './library-panes.tsx'
import { LibrarySidebar } from './library-sidebar.tsx'
import { openLibrary } from './look-after-library.ts'
import { followNativeMenu } from './native-menu.ts'
import { OpenDialogs } from './open-dialogs.tsx'
import { OpenMenus } from './open-menus.tsx'
import { WelcomePanes } from './panes.tsx'
import { RunningWork } from './running-work.tsx'
import { listenToShortcuts } from './shortcuts.ts'

followTheme()
followChanges()

export function App() {
  const toasts = useToasts((state) => state.toasts)
  const work = useApp((state) => state.work)
  // Before the window is painted: who sees it may press a key.
  useLayoutEffect(() => listenToShortcuts(commands, typeAhead), [])
  useEffect(followNativeMenu, [])
  useEffect(() => {
    reviewOpenedLists()
    return subscribe('lists:opened', reviewOpenedLists)
  }, [])
  return (
    <MessagePlaces>
      <Content />
      {work === null ? null : <RunningWork label={work.label} onCancel={cancelWork} />}
      <OpenMenus />
      <OpenDialogs />
      <DropLists onSources={reviewSources} />
      <Toasts toasts={toasts} onDismiss={dismissToast} />
    </MessagePlaces>
  )
}

/** The review takes the whole window: the library behind it waits. */
function Content() {
  const review = useApp((state) => state.review)
  if (review === null) return <Library />
  const { plan, isBusy } = review
  return <ImportReview plan={plan} busy={isBusy} onApply={applyImport} onCancel={leaveReview} />
}

function Library() {
  const { value: counts, error } = useAnswer('views:count', undefined)
  if (error !== null && counts === undefined) {
    return (
      <main className={styles.trouble}>
        <div role="alert">
          <EmptyState
            icon={LibraryBig}
            title="The library could not be opened"
            level={1}
            actions={<Button onPress={openLibrary}>Open another library…</Button>}
          >
            {error.message}
          </EmptyState>
        </div>
      </main>
    )
  }
  if (counts !== undefined && counts.all + counts.trash === 0) {
    return (
      <WelcomePanes sidebar={<LibrarySidebar />}>
        <Welcome
          onChooseLists={chooseLists}
          onPasteText={() => openDialog({ kind: 'paste-text' })}
          onAddPaper={() => openDialog({ kind: 'add-paper' })}
          onTrySample={reviewSampleList}
        />
      </WelcomePanes>
    )
  }
  return (
    <div className={styles.window}>
      <KeptNotices onAct={attemptAndTell} />
      <div className={styles.rest}>
        <LibraryPanes counts={counts} />
      </div>
    </div>
  )
}

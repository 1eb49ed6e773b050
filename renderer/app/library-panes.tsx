import { Ellipsis, Inbox, Quote, Tag, Trash2 } from 'lucide-react'
import { assertNever } from '../../db/model/assert-never.ts'
import type { View, ViewCounts } from '../../db/model/view.ts'
import { call } from '../api.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorBoundary } from '../components/error-boundary.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { statusIcons } from '../components/status-mark.tsx'
import { addTag, merge, removeTag, separate, setStatus, takeApart } from '../features/library/library-actions.ts'
import { moveSelection, search, select, selectAllShown, showPaper, sortBy, useLibrary } from '../features/library/library-store.ts'
import { extendTo, selectOne, toggleOne } from '../features/library/selection.ts'
import { attempt } from '../features/library/toast-store.ts'
import { useHeadings, useLookHeadings } from '../features/library/use-headings.ts'
import { useShownPapers } from '../features/library/use-shown-papers.ts'
import type { Reach } from '../features/paper-list/paper-grid.tsx'
import { PaperList } from '../features/paper-list/paper-list.tsx'
import { PaperReader } from '../features/paper-reader/paper-reader.tsx'
import { openMenu } from './app-store.ts'
import { moreMenuSections } from './command-menu.ts'
import { runCommand } from './commands.ts'
import { copyText } from './copy-text.ts'
import { focusReader, searchBox } from './focus.ts'
import { LibrarySidebar } from './library-sidebar.tsx'
import { Panes } from './panes.tsx'

export function LibraryPanes({ counts }: { readonly counts: ViewCounts | undefined }) {
  return <Panes sidebar={<LibrarySidebar />} list={<ShownPapers counts={counts} />} reader={<ChosenPapers />} />
}

function ShownPapers({ counts }: { readonly counts: ViewCounts | undefined }) {
  const { view, query, sort, sourceId, shownIds, selection } = useLibrary()
  const sections = useHeadings(sort === null ? sourceId : null)
  const reasons = useLookHeadings(view === 'needs-look' && sort === null && query.trim() === '')
  const { error } = useShownPapers()
  return (
    <PaperList
      view={view}
      ids={shownIds}
      headings={view === 'needs-look' ? reasons : sections}
      isSource={sourceId !== null}
      error={error}
      total={sourceId === null ? counts?.[view] : undefined}
      query={query}
      sort={sort}
      searchBox={searchBox}
      onSearch={search}
      onSort={sortBy}
      emptyView={<EmptyView view={view} />}
      selectedIds={selection.ids}
      activeId={selection.activeId}
      onSelect={selectPaper}
      onMove={moveSelection}
      onSelectAll={selectAllShown}
      onOpen={focusReader}
      onMenu={openPaperMenu}
      onReorder={(paperIds, beforeId) => attempt(() => call('queue:move', { paperIds: [...paperIds], beforeId }))}
    />
  )
}

function selectPaper(id: number, reach: Reach): void {
  const { selection, shownIds = [] } = useLibrary.getState()
  if (reach === 'one') select(selectOne(id))
  else select(reach === 'toggle' ? toggleOne(selection, id) : extendTo(shownIds, selection, id))
}

function openPaperMenu(at: { readonly x: number; readonly y: number }): void {
  openMenu({ kind: 'papers', at })
}

function ChosenPapers() {
  const shownIds = useLibrary((state) => state.shownIds)
  const selection = useLibrary((state) => state.selection)
  const paperIds = selection.ids.size <= 1 ? [...selection.ids] : (shownIds ?? []).filter((id) => selection.ids.has(id))
  return (
    <ErrorBoundary onCopy={copyText} shown={selection.activeId}>
      <PaperReader
        paperIds={paperIds}
        activeId={selection.activeId}
        canChoose={(shownIds?.length ?? 0) > 0}
        onSetStatus={setStatus}
        onAddTag={addTag}
        onRemoveTag={removeTag}
        onMerge={merge}
        onSeparate={separate}
        onTakeApart={takeApart}
        onAttempt={attempt}
        onShowPaper={showPaper}
        onOpenLink={(url) => attempt(() => call('links:open', { url }))}
        actions={
          <>
            <IconButton
              icon={Quote}
              label="Export as a bibliography"
              shortcut="Ctrl+E"
              onPress={() => runCommand('bibliography.export')}
            />
            <IconButton icon={Tag} label="Add a tag" shortcut="T" onPress={() => runCommand('paper.tag')} />
            <Menu label="More" sections={moreMenuSections()}>
              <IconButton icon={Ellipsis} label="More" />
            </Menu>
          </>
        }
      />
    </ErrorBoundary>
  )
}

function EmptyView({ view }: { readonly view: View }) {
  switch (view) {
    case 'needs-look':
      return (
        <EmptyState icon={Inbox} title="Nothing needs a look">
          Papers without a title or authors, with unclear authors or perhaps twice in the library come here.
        </EmptyState>
      )
    case 'trash':
      return (
        <EmptyState icon={Trash2} title="The trash is empty">
          Papers that you delete stay here until you take them out again.
        </EmptyState>
      )
    case 'all':
      return (
        <EmptyState icon={Inbox} title="No papers">
          All papers are in the trash. Drop a list on the window to add more.
        </EmptyState>
      )
    case 'new':
    case 'to-read':
    case 'reading':
    case 'read':
    case 'dropped':
      return <EmptyState icon={statusIcons[view]} {...emptyStatuses[view]} />
    default:
      return assertNever(view)
  }
}

const emptyStatuses = {
  new: { title: 'Nothing new', children: 'Papers are new until you give them another status.' },
  'to-read': { title: 'Nothing to read', children: 'Press 2 on a paper to put it into the queue.' },
  reading: { title: 'Nothing being read', children: 'Press 3 on a paper when you start it.' },
  read: { title: 'Nothing read yet', children: 'Press 4 on a paper when you have read it.' },
  dropped: { title: 'Nothing dropped', children: 'Press 5 on a paper that you will not read.' },
} as const

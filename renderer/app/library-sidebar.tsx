import { Plus, Settings } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { IconButton } from '../components/icon-button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { Menu } from '../components/menu.tsx'
import { fieldQuery } from '../features/library/complete-query.ts'
import { searchEverywhere, showSource, showView, useLibrary } from '../features/library/library-store.ts'
import { ViewsSidebar } from '../features/views-sidebar/views-sidebar.tsx'
import styles from './app.module.css'
import { openMenu } from './app-store.ts'
import { addMenuSections } from './command-menu.ts'
import { runCommand } from './commands.ts'

export function LibrarySidebar() {
  const view = useLibrary((state) => state.view)
  const query = useLibrary((state) => state.query)
  const sourceId = useLibrary((state) => state.sourceId)
  return (
    <ViewsSidebar
      view={view}
      query={query}
      sourceId={sourceId}
      onShowSource={showSource}
      queryOf={(name) => fieldQuery('tag', name)}
      onShowView={showView}
      onShowProblems={() => runCommand('library.lint')}
      onSearch={searchEverywhere}
      onSourceMenu={(source, at) => openMenu({ kind: 'source', source, at })}
      actions={
        <Menu label="Add papers" sections={addMenuSections()} placement="bottom start">
          <IconButton icon={Plus} label="Add papers" />
        </Menu>
      }
      footer={
        <>
          <AriaButton className={styles.palette ?? ''} onPress={() => runCommand('palette.open')}>
            <span>Commands</span>
            <Kbd shortcut="Ctrl+K" />
          </AriaButton>
          <IconButton icon={Settings} label="Settings" shortcut="Ctrl+," onPress={() => runCommand('settings.open')} />
        </>
      }
    />
  )
}

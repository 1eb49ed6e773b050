import { call } from '../api.ts'
import { attempt, showToast } from '../features/library/toast-store.ts'
import { during } from './app-store.ts'

const problemsShown = 3

export function checkLibrary(): void {
  attempt(async () => {
    const problems = await during('Checking the library', () => call('library:check', undefined))
    if (problems === null) return
    if (problems.length === 0) return showToast({ text: 'The library is in order' })
    const count = problems.length === 1 ? 'One thing is' : `${problems.length.toLocaleString('en')} things are`
    const first = problems.slice(0, problemsShown).map(({ message }) => message)
    showToast({
      text: `${count} not in order. ${first.join(' ')} Back up the library before you go on, or restore a backup.`,
      tone: 'trouble',
    })
  })
}

export function openLibrary(): void {
  attempt(async () => {
    if (await call('libraryFile:open', undefined)) window.location.reload()
  })
}

export function createLibrary(): void {
  attempt(async () => {
    if (await call('libraryFile:create', undefined)) window.location.reload()
  })
}

export function backUpLibrary(): void {
  attempt(async () => {
    const path = await during('Backing up the library', () => call('dialogs:backUp', undefined))
    if (path !== null) showToast({ text: `Backed up to ${path}; the copy was opened and checked` })
  })
}

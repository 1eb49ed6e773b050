import type { OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import { askForPaths } from './dialog-window.ts'
import { readSettings } from './settings.ts'
import { refuseUnknownKeys, strict } from './strict.ts'

type Answer = readonly string[] | null

const openKeys: readonly (keyof OpenDialogOptions)[] = ['title', 'properties', 'defaultPath']
const saveKeys: readonly (keyof SaveDialogOptions)[] = ['title', 'defaultPath']
const openProperties: readonly string[] = ['openFile', 'openDirectory', 'multiSelections']

const answers: Answer[] = []
const waiting: ((answer: Answer) => void)[] = []

/** No native dialogs: a window of our own asks, or, where nobody sees it, the program that started the stand-in. */
export const dialog = strict('dialog', {
  async showOpenDialog(_window: object, options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
    refuseUnknownKeys('showOpenDialog', options, openKeys)
    const { title = 'Open', properties = ['openFile'], defaultPath } = options
    const unknown = properties.find((property) => !openProperties.includes(property))
    if (unknown !== undefined) throw new Error(`The stand-in for Electron has no open dialog with ${unknown}.`)
    const filePaths = await ask({
      title,
      kind: 'open',
      isMany: properties.includes('multiSelections'),
      defaultPath: defaultPath ?? '',
    })
    return { canceled: filePaths === null, filePaths: [...(filePaths ?? [])] }
  },
  async showSaveDialog(_window: object, options: SaveDialogOptions): Promise<SaveDialogReturnValue> {
    refuseUnknownKeys('showSaveDialog', options, saveKeys)
    const { title = 'Save', defaultPath } = options
    const paths = await ask({ title, kind: 'save', isMany: false, defaultPath: defaultPath ?? '' })
    return { canceled: paths === null, filePath: paths?.[0] ?? '' }
  },
})

export type Question = {
  readonly title: string
  readonly kind: 'open' | 'save'
  readonly isMany: boolean
  readonly defaultPath: string
}

async function ask(question: Question): Promise<Answer> {
  const answer = answers.shift()
  if (answer !== undefined) return answer
  if (!readSettings().isHeadless) return askForPaths(question)
  return new Promise((resolve) => waiting.push(resolve))
}

/** The answer of the program that started the stand-in, to the dialog that waits or to the next one. */
export function answerDialog(answer: Answer): void {
  const resolve = waiting.shift()
  if (resolve === undefined) answers.push(answer)
  else resolve(answer)
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { windowEventNames } from './browser-window.ts'
import * as standIn from './electron.ts'
import { contentsEventNames } from './web-contents.ts'
import { applicationEventNames } from './windows.ts'

/** Signatures are compared by the compiler (`satisfies`, in the modules); this compares names with what the real package declares. */
const declarations = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8')

/** The text of a class or interface, up to the brace that stands under its beginning. */
function declarationOf(name: string): string {
  const start = new RegExp(`^  (?:class|interface) ${name}\\b.*\\{$`, 'm').exec(declarations)
  if (start === null) throw new Error(`The real electron has no ${name}.`)
  return declarations.slice(start.index, declarations.indexOf('\n  }', start.index))
}

function undeclared(name: string, members: readonly string[]): readonly string[] {
  const text = declarationOf(name)
  return members.filter((member) => !new RegExp(`^    (?:static |readonly )*${member}(?:\\(|\\??:)`, 'm').test(text))
}

function undeclaredEvents(name: string, events: readonly string[]): readonly string[] {
  const text = declarationOf(name)
  return events.filter((event) => !text.includes(`on(event: '${event}'`))
}

const emitterMembers = ['on', 'once', 'off', 'removeListener']

function membersOf(object: object): readonly string[] {
  return Object.keys(object).filter((member) => !emitterMembers.includes(member))
}

it('exports only what the real package exports', () => {
  const exported = declarations.slice(declarations.indexOf('namespace CrossProcessExports'))
  expect(Object.keys(standIn).filter((name) => !new RegExp(`(?:const|class) ${name}\\b`).test(exported))).toEqual([])
})

it('has only functions and properties that the real objects have', () => {
  expect({
    app: undeclared('App', membersOf(standIn.app)),
    clipboard: undeclared('Clipboard', membersOf(standIn.clipboard)),
    dialog: undeclared('Dialog', membersOf(standIn.dialog)),
    ipcMain: undeclared('IpcMain', membersOf(standIn.ipcMain)),
    menu: undeclared('Menu', membersOf(standIn.Menu)),
    protocol: undeclared('Protocol', membersOf(standIn.protocol)),
    shell: undeclared('Shell', membersOf(standIn.shell)),
  }).toEqual({ app: [], clipboard: [], dialog: [], ipcMain: [], menu: [], protocol: [], shell: [] })
})

it('fires only events that the real objects fire', () => {
  expect({
    app: undeclaredEvents('App', applicationEventNames),
    window: undeclaredEvents('BrowserWindow', windowEventNames),
    contents: undeclaredEvents('WebContents', contentsEventNames),
  }).toEqual({ app: [], window: [], contents: [] })
})

it('would notice a name that the real package does not have', () => {
  expect([undeclared('App', ['quit', 'quite']), undeclaredEvents('App', ['ready', 'reddy'])]).toEqual([['quite'], ['reddy']])
})

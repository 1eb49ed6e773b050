import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { readApplication } from './application.ts'
import { onParentMessage } from './control.ts'

/**
 * `node run.ts FOLDER ARGUMENTS…` does what `electron FOLDER ARGUMENTS…` does: runs the main script of the folder's package.json, in
 * which `electron` is the stand-in, to its end, and then lets `app` be ready.
 */
process.argv.splice(1, 1)
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
})

const { app } = await import('./app.ts')
const { answerDialog } = await import('./dialog.ts')
const { chooseMenuItem } = await import('./menu.ts')
const { becomeReady } = await import('./readiness.ts')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
// A test that died leaves no window behind.
if (process.send !== undefined) process.on('disconnect', () => app.exit(1))
onParentMessage((message) => {
  if (message.kind === 'quit') app.quit()
  else if (message.kind === 'chooseMenuItem') chooseMenuItem(message.label)
  else answerDialog(message.paths)
})

const tooLong = setTimeout(() => {
  console.error('The main script waits at its top level. As in Electron, app is ready only when the script has run to its end.')
  app.exit(1)
}, 20_000)
await import(pathToFileURL(readApplication(process.argv[1] ?? '.').main).href)
clearTimeout(tooLong)
// Electron runs on without a window and without anything to do, until it is told to quit.
setInterval(() => undefined, 2 ** 30)
becomeReady()

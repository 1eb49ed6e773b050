import { findEngine } from './engine.ts'

/** Run once before the specs. Without an engine nothing can be shown: on linux-x64, where npm brings a browser, that is a failure. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for one.
export default async function sayEngine(): Promise<void> {
  const engine = await findEngine()
  if (engine !== null) console.log(`The specs run on ${engine.name}.`)
  else if (process.platform === 'linux' && process.arch === 'x64') throw new Error('There is no browser: run npm ci again.')
  else console.error('!!! THERE IS NO ELECTRON AND NO BROWSER: THE END-TO-END SPECS DID NOT RUN.')
}

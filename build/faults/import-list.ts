/** Imports one generated list and tells its parent where it is, so that it can be killed there. */
import { writeSync } from 'node:fs'
import { openLibrary } from '../../db/open-database.ts'
import { perform } from '../../electron/ipc/perform.ts'
import { formatRecords, generateRecords } from '../generate-records.ts'

const [path = '', count = '0'] = process.argv.slice(2)
const at = new Date().toISOString()

function tell(stage: string): void {
  writeSync(1, `${stage}\n`)
}

const bytes = Buffer.from(formatRecords(generateRecords(Number(count), 2)))
tell('open')
const db = openLibrary(path)
tell('plan')
const plan = perform(db, 'imports:plan', { args: { sources: [{ name: 'generated.txt', bytes }] }, at }).value
tell('transaction')
perform(db, 'imports:apply', { args: { plan }, at })
tell('committed')
db.close()

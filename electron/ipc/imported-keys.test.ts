import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { ArgsOf, LibraryCallName } from './contract.ts'
import { perform } from './perform.ts'

const at = '2026-01-01T00:00:00.000Z'
const title = 'Go To Statement Considered Harmful'

it('takes a key that came in back with its import, and keeps it for the paper that it came with', () => {
  const db = createTestLibrary()
  const ask = <Name extends LibraryCallName>(name: Name, args: ArgsOf<Name>) => perform(db, name, { args, at }).value
  const keys = () => ask('papers:list', {}).map(({ citationKey }) => citationKey)
  const paperId = ask('papers:add', { fields: { title, authors: 'Dijkstra, Edsger W.', year: '1968' } })
  const [proposed] = keys()
  const bytes = Buffer.from(`@article{goto, title = {${title}}, author = {Dijkstra, Edsger W.}, year = 1968}`)
  const plan = ask('imports:plan', { sources: [{ name: 'refs.bib', bytes }] })
  ask('imports:apply', { plan })
  expect(keys()).toEqual(['goto'])
  ask('journal:undo', { count: 1 })
  expect(keys()).toEqual([proposed])
  ask('papers:setField', { paperId, field: 'citationKey', text: 'goto' })
  expect(keys()).toEqual(['goto'])
})

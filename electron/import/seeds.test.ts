import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../../build/generate-records.ts'
import { rewriteAsOtherPrograms } from '../../build/rewrite-lists.ts'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { formatAuthor } from '../../db/model/author-names.ts'
import type { Paper } from '../../db/model/paper.ts'
import { perform } from '../ipc/perform.ts'
import type { SourceInput } from './import-plan.ts'
import { type FileReport, reportImport } from './import-report.ts'

/** Five real lists beside the checkout; what they must come to is derived from their lines here, without the reader. */
const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))
const at = '2026-01-01T00:00:00.000Z'

type Seeds = {
  readonly inputs: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly lines: readonly (readonly string[])[]
}

function readSeeds(): Seeds {
  const names = readdirSync(folder).sort()
  const inputs = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  return { inputs, lines: inputs.map(({ bytes }) => bytes.toString('utf8').split('\n')) }
}

function importInto(db: WritableDatabase, sources: readonly SourceInput[]): readonly FileReport[] {
  const plan = perform(db, 'imports:plan', { args: { sources: [...sources] }, at }).value
  return reportImport(perform(db, 'imports:apply', { args: { plan }, at }).value)
}

function papersOf(db: WritableDatabase): readonly Paper[] {
  return perform(db, 'papers:list', { args: {}, at }).value
}

/** What must not depend on the order of import, nor on how the lists were wrapped. */
function contentOf({ title, titleOrigin, authors, abstract }: Paper): string {
  return JSON.stringify([title, titleOrigin, authors, abstract])
}

function contentAndPlaceOf(paper: Paper): string {
  const places = paper.sources.map(({ file, lineStart, lineEnd }) => `${file}:${lineStart}-${lineEnd}`).sort()
  return contentOf(paper) + JSON.stringify(places)
}

function imported(...batches: readonly (readonly SourceInput[])[]): readonly Paper[] {
  const db = createTestLibrary()
  for (const batch of batches) importInto(db, batch)
  return papersOf(db)
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}

function withoutMarker(line: string): string {
  return line.replace(/^Abstract:\s*/, '')
}

if (existsSync(folder)) describe('the five example lists', () => testSeeds(readSeeds()))
else {
  it('DID NOT RUN on the five example lists: ../shared/seeds is absent', () => {
    console.warn('!!! ../shared/seeds is absent: the tests on real lists did not run.')
    expect(existsSync(folder)).toBe(false)
  })
}

function testSeeds({ inputs, lines }: Seeds): void {
  const [authorPage = [], plainAbstracts = [], withAffiliation = [], dailyPage = [], withConsortium = []] = lines
  const reference = imported(inputs).map(contentAndPlaceOf).sort()
  // Each list comes first, and each before each other; the long form takes all 120.
  const chosenOrders = permutations(inputs).filter(
    (_, index) => process.env.OCTAVO_ALL_ORDERS === '1' || index % 5 === Math.floor(index / 24),
  )

  it('come to 148 entries, 139 papers and 9 leftovers, each for its reason', () => {
    const reports = importInto(createTestLibrary(), inputs)
    expect(reports.map(({ entries }) => entries)).toEqual([10, 10, 10, 108, 10])
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(139)
    expect(reports.map(({ uncertain }) => uncertain)).toEqual([0, 0, 0, 0, 0])
    expect(reports.flatMap(({ leftovers }) => leftovers)).toEqual([
      { line: 1, text: authorPage[0], reason: 'header' },
      { line: 1, text: withAffiliation[0], reason: 'header' },
      ...[1, 3, 5, 7, 9].map((line) => ({ line, text: dailyPage[line - 1], reason: 'page-furniture' })),
      { line: 11, text: dailyPage[10], reason: 'date' },
      { line: 1, text: withConsortium[0], reason: 'header' },
    ])
  })

  it('give 118 titles word for word, and 21 provisional ones', () => {
    const papers = imported(inputs)
    const given = [
      ...authorPage.filter((_, index) => index % 3 === 1),
      ...dailyPage.slice(12).filter((_, index) => index % 4 === 0),
    ]
    expect(given.length).toBe(118)
    const titles = papers.filter(({ titleOrigin }) => titleOrigin === 'source').map(({ title }) => title)
    expect(titles.toSorted()).toEqual(given.toSorted())
    expect(papers.filter(({ titleOrigin }) => titleOrigin === 'provisional').length).toBe(21)
  })

  it('give the ten lists of authors exactly, with the misread name repaired', () => {
    const papers = imported(inputs).filter(({ authors }) => authors.length > 0)
    const given = authorPage.filter((_, index) => index > 0 && index % 3 === 2)
    const expected = given.map((line) => line.replace('Quilodrรกn-Casas, Cesar Cรฉsar', 'Quilodrán-Casas, Cesar César'))
    expect(papers.map(({ authors }) => authors.map(formatAuthor).join(', '))).toEqual(expected)
    expect(papers.flatMap(({ authors }) => authors)).toContainEqual({ family: 'Quilodrán-Casas', given: 'Cesar César' })
  })

  it('give every abstract word for word without its marker', () => {
    const whole = [
      ...authorPage.filter((_, index) => index > 0 && index % 3 === 0),
      ...dailyPage.slice(12).filter((_, index) => index % 4 === 2),
      ...[plainAbstracts, withAffiliation.slice(1), withConsortium.slice(1)].flat().map(withoutMarker),
    ]
    const known = new Set(whole)
    expect(whole.length).toBe(148)
    expect(imported(inputs).filter(({ abstract }) => abstract === null || !known.has(abstract))).toEqual([])
  })

  it('change nothing when they are imported again', () => {
    const db = createTestLibrary()
    importInto(db, inputs)
    const again = importInto(db, inputs)
    expect(again.map(({ added, merged, changed }) => [added, merged, changed])).toEqual(inputs.map(() => [0, 0, 0]))
    expect(perform(db, 'journal:list', { args: undefined, at }).value.length).toBe(1)
  })

  it(`come to the same papers in ${chosenOrders.length} orders`, () => {
    const differing = chosenOrders.filter((order) => imported(order).map(contentAndPlaceOf).sort().join() !== reference.join())
    expect(differing.map((order) => order.map(({ name }) => name))).toEqual([])
  }, 240_000)

  it('come to the same papers file by file, in ten orders', () => {
    const random = randomNumbers(1)
    const orders = Array.from({ length: 10 }, () => inputs.toSorted(() => random() - 0.5))
    for (const order of orders) {
      const papers = imported(...order.map((input) => [input]))
      expect(papers.map(contentAndPlaceOf).sort()).toEqual(reference)
    }
  })

  it.each(rewriteAsOtherPrograms)('come to the same papers when $what', ({ rewrite }) => {
    const rewritten = inputs.map(({ name, bytes }, index) => ({ name, bytes: rewrite(bytes.toString('utf8'), index) }))
    expect(imported(rewritten).map(contentOf).sort()).toEqual(imported(inputs).map(contentOf).sort())
  })

  it('are recognised when they come again in another dress', () => {
    const db = createTestLibrary()
    importInto(db, inputs)
    const before = papersOf(db).map(contentOf).sort()
    const crlf = inputs.map(({ name, bytes }) => ({
      name: `crlf-${name}`,
      bytes: Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
    }))
    expect(importInto(db, crlf).map(({ added, changed }) => [added, changed])).toEqual(inputs.map(() => [0, 0]))
    expect(papersOf(db).map(contentOf).sort()).toEqual(before)
  })
}

/**
 * `npm run recognition [SEED…]`: how well the same work is recognised. Each record stands beside a copy of each kind (the same work)
 * and a stranger of each kind (another work), made by chance from the seed. Recall is the share of copies that join their record
 * without asking; precision is the share of such joinings that are right. The rules were chosen on seed 1; every other seed reports.
 */
import { createTestLibrary } from '../db/create-test-library.ts'
import type { EntryFields } from '../db/model/fields.ts'
import { listPapers } from '../db/queries/papers.ts'
import { readInputs } from '../electron/cli/read-inputs.ts'
import { lastValue } from '../electron/import/last-value.ts'
import { planImport } from '../electron/import/plan-import.ts'
import { recognise } from '../electron/import/recognise.ts'
import { perform } from '../electron/ipc/perform.ts'
import { generateRecords } from './generate-records.ts'
import { bareCopies, bareStrangers, copies, createChance, type MeasuredRecord, strangers } from './perturb-records.ts'
import { seedLists } from './seed-lists.ts'

const generatedCount = 700
const leastPrecision = 0.995
const leastRecall = 0.97

/** How the records of one kind were decided. */
type Decisions = { readonly joined: number; readonly joinedWrongly: number; readonly asked: number; readonly count: number }

/** The real lists' papers that have a title, where the lists are. */
function realRecords(): readonly MeasuredRecord[] {
  const db = createTestLibrary()
  const plan = lastValue(planImport(db, readInputs(seedLists())))
  perform(db, 'imports:apply', { args: { plan }, at: new Date().toISOString() })
  return listPapers(db, {}).flatMap(({ title, titleOrigin, abstract, authors }) =>
    title === null || abstract === null || titleOrigin === 'provisional' ? [] : [{ title, abstract, authors }],
  )
}

/** Two of three with a year. */
function generatedRecords(count: number, seed: number): readonly MeasuredRecord[] {
  return generateRecords(count, seed).map(({ title, abstract, authors }, place) => ({
    ...(place % 3 === 0 ? {} : { year: 1990 + (place % 30) }),
    title: likeRealTitle(title, place % 2 === 0),
    abstract,
    authors: authors
      .split(', ')
      .flatMap((name, index, names) => (index % 2 === 0 ? [{ family: name, given: names[index + 1] ?? null }] : [])),
  }))
}

/** With small words and a subtitle: the titles of the real lists have eleven words (median), and one of forty fewer than six. */
function likeRealTitle(title: string, hasSubtitle: boolean): string {
  const small = ['of', 'with the', 'for', 'and', 'in']
  const joined = title.split(' ').map((word, place) => (place > 0 && place % 2 === 0 ? `${small[place / 2 - 1]} ${word}` : word))
  return hasSubtitle ? joined.join(' ').replace(/ (?:for|with the) /, ': ') : joined.join(' ')
}

/** Record `index` of the changed ones stands beside record `index` of the originals; a copy belongs to it, a stranger to none. */
function decide(records: readonly EntryFields[], changed: readonly EntryFields[], isCopy: boolean): Decisions {
  const recognised = [...records, ...changed].map((fields) => ({ fields, digest: '', keyedBy: null }))
  const { targets, doubts } = lastValue(recognise(createTestLibrary(), { records: recognised, said: [], compared: new Map() }))
  const numbers = targets.map(({ target }) => ('group' in target ? target.group : -1))
  const originals = new Set(numbers.slice(0, records.length))
  const asking = new Set(doubts.map(({ record }) => record))
  let [joined, joinedWrongly, asked] = [0, 0, 0]
  for (const index of changed.keys()) {
    const number = numbers[records.length + index] ?? -1
    if (isCopy && number === numbers[index]) joined += 1
    else if (originals.has(number)) joinedWrongly += 1
    else if (asking.has(records.length + index)) asked += 1
  }
  return { joined, joinedWrongly, asked, count: changed.length }
}

function measure(seed: number): boolean {
  const chance = createChance(seed)
  const records = [...realRecords(), ...generatedRecords(generatedCount, seed)]
  // Sentences are borrowed from works that are not among the records.
  const others = generatedRecords(records.length, seed + 1_000_000)
  console.log(`\nseed ${seed}, ${records.length} records                   joined   wrongly     asked        of`)
  const bare = records.map(({ abstract: _, ...record }): EntryFields => record)
  const measureKinds = (kinds: typeof copies, originals: readonly EntryFields[], isCopy: boolean) =>
    Object.entries(kinds).map(([name, change]) => {
      const changed = records.map((record, index) => change(record, others[index] ?? record, chance))
      const decisions = decide(originals, changed, isCopy)
      const figures = [decisions.joined, decisions.joinedWrongly, decisions.asked, decisions.count]
      console.log(`  ${name.padEnd(38)}${figures.map((figure) => figure.toString().padStart(9)).join(' ')}`)
      return decisions
    })
  const same = [...measureKinds(copies, records, true), ...measureKinds(bareCopies, bare, true)]
  const all = [...same, ...measureKinds(strangers, records, false), ...measureKinds(bareStrangers, bare, false)]
  const sum = (decisions: readonly Decisions[], figure: keyof Decisions) =>
    decisions.reduce((total, each) => total + each[figure], 0)
  const precision = sum(same, 'joined') / (sum(same, 'joined') + sum(all, 'joinedWrongly'))
  const recall = sum(same, 'joined') / sum(same, 'count')
  console.log(
    `  precision ${precision.toFixed(4)} (at least ${leastPrecision}), recall ${recall.toFixed(4)} (at least ${leastRecall})`,
  )
  return precision >= leastPrecision && recall >= leastRecall
}

const seeds = process.argv.slice(2).map(Number)
const isGood = (seeds.length > 0 ? seeds : [1, 2]).map(measure)
process.exitCode = isGood.every(Boolean) ? 0 : 1

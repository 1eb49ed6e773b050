/**
 * Copies of records as other lists would give them, and records that look like one of them but are other works: what recognition
 * is measured on. Everything comes from a seed: the same seed gives the same records on every machine.
 */
import type { Author } from '../db/model/author.ts'
import type { EntryFields } from '../db/model/fields.ts'
import { randomNumbers } from './generate-records.ts'

/** `year` is there or not, as `authors` are or are not. */
export type MeasuredRecord = EntryFields & {
  readonly title: string
  readonly abstract: string
  readonly authors: readonly Author[]
}

type Chance = {
  readonly number: () => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly between: (low: number, high: number) => number
}

/** One record changed by chance; `other` is a work like no other, to borrow sentences from. */
type Change = (record: MeasuredRecord, other: MeasuredRecord, chance: Chance) => EntryFields

export function createChance(seed: number): Chance {
  const number = randomNumbers(seed)
  return {
    number,
    pick: (items) => items[Math.floor(number() * items.length)] as (typeof items)[number],
    between: (low, high) => low + number() * (high - low),
  }
}

/** The same work. */
export const copies: Readonly<Record<string, Change>> = {
  'abstract cut short': (record, _other, chance) => {
    const kept = record.abstract.slice(0, Math.round(record.abstract.length * chance.between(0.4, 0.8)))
    return { ...record, abstract: `${kept.slice(0, kept.lastIndexOf(' '))} …` }
  },
  'markup added': (record, _other, chance) => ({
    ...record,
    title: markUp(record.title, chance),
    abstract: markUp(record.abstract, chance),
  }),
  'sentences appended': (record, other) => ({
    ...record,
    abstract: [record.abstract, ...sentencesOf(other.abstract).slice(0, 3)].join(' '),
  }),
  'noise of 3 %, no title': ({ authors, abstract }, _other, chance) => ({ authors, abstract: addNoise(abstract, chance) }),
  'title edited': (record, _other, chance) => ({ ...record, title: editTitle(record.title, chance) }),
  'abstract only': ({ abstract }) => ({ abstract }),
  'no abstract, names as initials': ({ title, authors }, _other, chance) => ({
    title: chance.number() < 0.5 ? title.toUpperCase() : `${title}.`,
    authors: authors.map(toInitials),
  }),
  'title alone': ({ title }) => ({ title }),
  'title edited, no abstract': editTitleAlone,
}

/** The same work again, where the record has no abstract either. */
export const bareCopies: Readonly<Record<string, Change>> = {
  'title edited, neither has an abstract': editTitleAlone,
}

/** Another work. */
export const strangers: Readonly<Record<string, Change>> = {
  'sibling with 40 % of the sentences': (record, other) => {
    const own = sentencesOf(record.abstract)
    const shared = own.slice(0, Math.round(own.length * 0.4))
    const rest = sentencesOf(other.abstract).slice(0, own.length - shared.length)
    return { title: other.title, authors: record.authors, abstract: [...shared, ...rest].join(' ') }
  },
  'second part': (record, other) => ({
    title: `${record.title} II`,
    authors: record.authors,
    abstract: other.abstract,
  }),
  'same opening sentence': (record, other) => {
    return { ...other, abstract: [...sentencesOf(record.abstract).slice(0, 1), ...sentencesOf(other.abstract).slice(1)].join(' ') }
  },
  'generic title': (_record, other, chance) => ({ title: chance.pick(genericTitles), authors: other.authors }),
  'short title of another paper': (record, other) => ({
    title: record.title.split(' ').slice(0, 3).join(' '),
    authors: other.authors,
    abstract: other.abstract,
  }),
  'sibling title, same authors': (record, other, chance) => ({
    ...record,
    title: replaceWord(record.title, other.title, chance),
    abstract: other.abstract,
  }),
}

/** Another work, where nobody has an abstract. */
export const bareStrangers: Readonly<Record<string, Change>> = {
  'part or volume, same authors': ({ title, authors, year }, _other, chance) => ({
    ...{ authors, ...(year === undefined ? {} : { year }) },
    title: chance.pick([`${title}, Part 2`, `${title} II`, `${title}: Volume 3`, `${title} B`]),
  }),
  'comment or correction, same authors': ({ title, authors }, _other, chance) => ({
    title: chance.pick([`Erratum to: ${title}`, `Comment on ${title}`, `Reply to “${title}”`, `Correction: ${title}`]),
    authors,
  }),
  'sibling title, some of the authors': ({ title, authors, year }, other, chance) => ({
    ...(year === undefined ? {} : { year: year + 1 }),
    title: replaceWord(title, other.title, chance),
    authors: [...authors.slice(0, Math.ceil(authors.length / 2)), ...other.authors.slice(0, 2)],
  }),
}

export const genericTitles = ['Editorial', 'Introduction', 'Preface', 'Book Review', 'Erratum', 'Letter to the Editor']

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/)
}

function markUp(text: string, chance: Chance): string {
  const marks = [(word: string) => `\\textbf{${word}}`, (word: string) => `**${word}**`, (word: string) => `\\emph{${word}}`]
  return text
    .split(' ')
    .map((word) => (/^[A-Za-z]+$/.test(word) && chance.number() < 0.1 ? chance.pick(marks)(word) : word))
    .join(' ')
}

/** Three of a hundred letters read as another one, as a scanner does. */
function addNoise(text: string, chance: Chance): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return [...text].map((letter) => (/[a-z]/.test(letter) && chance.number() < 0.03 ? chance.pick([...letters]) : letter)).join('')
}

type TitleEdit = (title: string, chance: Chance) => string

/** As people and programs change a title. */
const titleEdits: readonly TitleEdit[] = [
  (title, chance) => replaceWord(title, 'Improved', chance),
  (title, chance) => changeWord(title, chance, (word) => [word.replace(/s?(?=\W*$)/, (plural) => (plural === '' ? 's' : ''))]),
  (title, chance) => changeWord(title, chance, () => []),
  (title, chance) => changeWord(title, chance, (word) => ['Improved', word]),
  (title) => title.replace(/:\s+/, ' - ').replace(/-(?=\w)/, ' '),
]

/** Without its subtitle, where it has one; or with a word changed, dropped or added; or its signs changed. */
function editTitle(title: string, chance: Chance): string {
  const [main = '', subtitle] = title.split(/:\s+/, 2)
  if (subtitle !== undefined && chance.number() < 0.25) return main
  return chance.pick(titleEdits)(title, chance)
}

/** With the authors and the year as far as the record has them, and a list gives them. */
function editTitleAlone({ title, authors, year }: MeasuredRecord, _other: MeasuredRecord, chance: Chance): EntryFields {
  return {
    title: editTitle(title, chance),
    ...(chance.number() < 0.9 ? { authors: authors.map(toInitials) } : {}),
    ...(year === undefined || chance.number() < 0.3 ? {} : { year }),
  }
}

function changeWord(title: string, chance: Chance, change: (word: string) => readonly string[]): string {
  const words = title.split(' ')
  const place = Math.floor(chance.number() * words.length)
  return words.toSpliced(place, 1, ...change(words[place] ?? '')).join(' ')
}

/** One word is another one's, and a long one: it is what the other work is about. */
function replaceWord(title: string, from: string, chance: Chance): string {
  const longest = from.split(' ').reduce((best, word) => (word.length > best.length ? word : best))
  return changeWord(title, chance, () => [longest])
}

function toInitials(author: Author): Author {
  if ('literal' in author || author.given === null) return author
  return { ...author, given: author.given.replace(/(\p{L})[\p{L}'’-]*/gu, '$1.') }
}

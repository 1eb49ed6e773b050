/** Records made of generated words, for tests and benchmarks: the same seed gives the same records on every machine. */
export type GeneratedRecord = { readonly title: string; readonly authors: string; readonly abstract: string }

const onsets = ['b', 'br', 'c', 'd', 'f', 'g', 'gl', 'h', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'io']
const codas = ['', 'l', 'm', 'n', 'r', 's', 't', 'x', 'nd', 'st']
const small = ['the', 'of', 'and', 'in', 'a', 'to', 'with', 'for', 'on', 'that', 'is', 'from', 'which', 'by', 'an']

/** Numbers from 0 up to, not including, 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function generateRecords(count: number, seed: number): readonly GeneratedRecord[] {
  const random = randomNumbers(seed)
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? ''
  const syllable = () => pick(onsets) + pick(vowels) + pick(codas)
  const vocabulary = Array.from({ length: 4000 }, () => syllable() + syllable() + (random() < 0.4 ? syllable() : ''))
  const names = Array.from({ length: 600 }, () => capitalise(syllable() + syllable()))
  const words = (length: number) => Array.from({ length }, () => (random() < 0.35 ? pick(small) : pick(vocabulary)))
  const sentence = () => `${capitalise(words(10 + Math.floor(random() * 14)).join(' '))} ${pick(vocabulary)}.`
  return Array.from({ length: count }, () => ({
    title: Array.from({ length: 5 + Math.floor(random() * 7) }, () => capitalise(pick(vocabulary))).join(' '),
    authors: Array.from({ length: 2 + Math.floor(random() * 8) }, () => `${pick(names)}, ${pick(names)}`).join(', '),
    abstract: Array.from({ length: 7 + Math.floor(random() * 5) }, sentence).join(' '),
  }))
}

/** The records as an author's page gives them: a line each for title, authors and abstract. */
export function formatRecords(records: readonly GeneratedRecord[]): string {
  return records.map(({ title, authors, abstract }) => `${title}\n${authors}\n${abstract}\n`).join('')
}

/** The records as a .bib of journal articles, with accents, escapes, protected words and the usual fields. */
export function formatBibliography(records: readonly GeneratedRecord[]): string {
  const entries = records.map(({ title, authors, abstract }, index) => {
    const names = authors.split(', ')
    const persons = names.flatMap((family, place) => (place % 2 === 0 ? [`${family}, ${names[place + 1]}`] : []))
    const [first = '', ...words] = title.split(' ')
    return `@article{key${index},
  author = {${persons.join(' and ')}},
  title = {{${first}} ${words.join(' ')}},
  journal = {Journal of {\\"U}bung \\& ${first}},
  year = {${1950 + (index % 70)}},
  month = jul,
  volume = {${index % 99}},
  number = {${index % 12}},
  pages = {${index}--${index + 9}},
  doi = {10.1000/x.${index}},
  publisher = {Generated Press},
  keywords = {one, two},
  abstract = {${abstract}},
}
`
  })
  return entries.join('\n')
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

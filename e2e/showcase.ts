import { readdirSync, readFileSync } from 'node:fs'
import type { WritableDatabase } from '../db/database.ts'
import type { Status } from '../db/model/status.ts'
import { perform } from '../electron/ipc/perform.ts'
import { addPaper, type Filling, importList } from './fill-library.ts'

const lists = ['reading group, spring.txt', 'foundations of learning.txt', 'abstracts from a workshop.txt']

type Reading = {
  readonly title: string
  readonly year: string
  readonly venue: string
  readonly doi?: string
  readonly status?: Status
  readonly tags?: readonly string[]
  readonly note?: string
}

export const chosenTitle = 'Controlling the False Discovery Rate'

const chosenNote = `Holds under **positive dependence** too, by Benjamini and Yekutieli (2001). For any dependence the level must pay

$$
q \\;\\to\\; q \\Big/ \\sum_{i=1}^{m} \\frac{1}{i} \\;\\approx\\; \\frac{q}{\\ln m + 0.577}
$$

- cite for the screening step in chapter 3
- compare with Storey's $\\hat\\pi_0$ before the reading group`

/** What someone made of the lists. */
const readings: readonly Reading[] = [
  {
    title: chosenTitle,
    year: '1995',
    venue: 'Journal of the Royal Statistical Society, Series B',
    doi: '10.1111/j.2517-6161.1995.tb02031.x',
    status: 'reading',
    tags: ['multiplicity', 'thesis/chapter 3'],
    note: chosenNote,
  },
  {
    title: 'Regression Shrinkage',
    year: '1996',
    venue: 'JRSS B',
    status: 'read',
    tags: ['regression'],
    note: 'The geometry of figure 2 says it all.',
  },
  { title: 'Bootstrap Methods', year: '1979', venue: 'The Annals of Statistics', status: 'to-read', tags: ['resampling'] },
  { title: 'Maximum Likelihood from', year: '1977', venue: 'JRSS B', status: 'read', tags: ['missing data'] },
  {
    title: 'Inference and Missing',
    year: '1976',
    venue: 'Biometrika',
    status: 'to-read',
    tags: ['missing data', 'thesis/chapter 3'],
  },
  { title: 'Causal Diagrams', year: '1995', venue: 'Biometrika', status: 'to-read', tags: ['causality'] },
  { title: 'Random Forests', year: '2001', venue: 'Machine Learning', status: 'read', tags: ['trees'] },
  { title: 'Equation of State', year: '1953', venue: 'The Journal of Chemical Physics', tags: ['sampling'] },
  { title: 'Long Short-Term', year: '1997', venue: 'Neural Computation', status: 'read', tags: ['sequences'] },
  { title: 'Support-Vector', year: '1995', venue: 'Machine Learning', status: 'dropped' },
  { title: 'Gradient-Based', year: '1998', venue: 'Proceedings of the IEEE', tags: ['vision'] },
  {
    title: 'Adam',
    year: '2015',
    venue: 'ICLR',
    status: 'reading',
    tags: ['optimization'],
    note: 'Is the bias correction worth its line?',
  },
  { title: 'Deep Residual', year: '2016', venue: 'CVPR', tags: ['vision'] },
  { title: 'Attention Is All', year: '2017', venue: 'NeurIPS', status: 'to-read', tags: ['sequences'] },
  { title: 'Generative Adversarial', year: '2014', venue: 'NeurIPS', tags: ['generation'] },
  { title: 'Denoising Diffusion', year: '2020', venue: 'NeurIPS', status: 'reading', tags: ['generation', 'vision'] },
  { title: 'Dropout', year: '2014', venue: 'JMLR' },
]

/** A library in use: three lists read, papers in every status, tags, notes, and some that need a look. */
export const showcase: Filling = {
  fill(db) {
    for (const name of lists) importList(db, { name, text: readFileSync(new URL(`showcase/${name}`, import.meta.url), 'utf8') })
    for (const reading of readings) read(db, reading)
    addPaper(db, {
      title: 'Statistical Modeling: The Two Cultures',
      authors: 'Breiman, Leo',
      year: '2001',
      venue: 'Statistical Science',
    })
  },
}

/** Lists that the library has in part. */
export function listsToReview(): readonly { readonly name: string; readonly text: string }[] {
  const folder = new URL('showcase/review/', import.meta.url)
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
}

function read(db: WritableDatabase, { title, status, tags = [], note, ...fields }: Reading): void {
  const at = new Date().toISOString()
  const paperIds = [...perform(db, 'papers:find', { args: { view: 'all', query: `"${title}"` }, at }).value].slice(0, 1)
  const [paperId] = paperIds
  if (paperId === undefined) throw new Error(`The lists have no paper that is called ${title}.`)
  for (const [field, text] of Object.entries(fields)) perform(db, 'papers:setField', { args: { paperId, field, text }, at })
  for (const name of tags) perform(db, 'tags:add', { args: { paperIds, name }, at })
  if (status !== undefined) perform(db, 'papers:setStatus', { args: { paperIds, status }, at })
  if (note !== undefined) perform(db, 'notes:add', { args: { paperId, text: note }, at })
}

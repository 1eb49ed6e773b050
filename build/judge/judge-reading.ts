/** What we read of a .bib that others wrote: beside an independent reader, and beside what we read of our own export of it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Draft } from '../../db/model/draft.ts'
import { emptyFields } from '../../db/model/fields.ts'
import { parseBibtex } from '../../electron/formats/bibtex/parse-bibtex.ts'
import { splitLines } from '../../electron/formats/decode-text.ts'
import { formatBibtex } from '../../electron/formats/format-bibtex.ts'
import { compareWithOracle } from './compare-with-oracle.ts'
import type { Verdict } from './judged-library.ts'

/** The bibliographies that come with TeX Live; more can be named in the environment. */
const bibliographies = [
  '/usr/share/texlive/texmf-dist/bibtex/bib/biblatex/biblatex/biblatex-examples.bib',
  '/usr/share/texlive/texmf-dist/bibtex/bib/base/xampl.bib',
  ...(process.env.OCTAVO_JUDGED_BIBS ?? '').split(':').filter((path) => path !== ''),
]
const mostWrong = 0.002

export function judgeReading(): readonly (readonly [name: string, verdict: Verdict])[] {
  return bibliographies
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const source = readFileSync(path, 'utf8')
      return [
        [`${basename(path)}, bibtex-parser`, judgeWithOracle(source)] as const,
        [`${basename(path)}, out and in again`, judgeRoundTrip(source)] as const,
      ]
    })
}

export function judgeWithOracle(source: string): Verdict {
  const { fields, classes, unexplained } = compareWithOracle(source)
  const known = [...classes].map(([reason, found]) => `${found.length} × ${reason}`)
  const problems = unexplained.map(({ key, field, ours, theirs }) => `${key}, ${field}: ours “${ours}”, theirs “${theirs}”`)
  return {
    figures: [`${fields} fields, ${unexplained.length} disagreements that nothing explains`, ...known].join('\n  '),
    problems: unexplained.length > fields * mostWrong ? problems : [],
  }
}

export function judgeRoundTrip(source: string): Verdict {
  const { drafts } = parseBibtex(splitLines(source))
  const papers = drafts.map(({ fields, citationKey = '', reading }) => {
    return { ...emptyFields, ...fields, citationKey, titleOrigin: null, tags: reading?.tags ?? [] }
  })
  const exported = formatBibtex(papers, { dialect: 'biblatex', abstracts: true, keywords: true })
  const again = parseBibtex(splitLines(exported)).drafts
  const problems = drafts.flatMap((draft, index) =>
    saidOf(draft) === saidOf(again[index]) ? [] : [`${draft.citationKey} comes back changed`],
  )
  return { figures: `${drafts.length} records, ${problems.length} changed`, problems }
}

function saidOf(draft: Draft | undefined): string {
  const { status: _status, ...carried } = draft?.reading ?? { status: null }
  return JSON.stringify([draft?.citationKey, Object.entries(draft?.fields ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), carried])
}

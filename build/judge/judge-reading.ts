/** What we read of a .bib that others wrote: beside an independent reader, and beside what we read of our own export of it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Draft } from '../../db/model/draft.ts'
import { emptyFields } from '../../db/model/fields.ts'
import type { Status } from '../../db/model/status.ts'
import { parseBibtex } from '../../electron/formats/bibtex/parse-bibtex.ts'
import { splitLines } from '../../electron/formats/decode-text.ts'
import { writeBibliography } from '../../electron/formats/write-bibliography.ts'
import { compareWithOracle } from './compare-with-oracle.ts'
import type { Verdict } from './judged-library.ts'

/** The bibliographies that come with TeX Live; more can be named in the environment. */
const bibliographies = [
  '/usr/share/texlive/texmf-dist/bibtex/bib/biblatex/biblatex/biblatex-examples.bib',
  '/usr/share/texlive/texmf-dist/bibtex/bib/base/xampl.bib',
  ...(process.env.OCTAVO_JUDGED_BIBS ?? '').split(':').filter((path) => path !== ''),
]
const mostWrong = 0.002
const dialects = ['bibtex', 'biblatex'] as const

export function judgeReading(): readonly (readonly [name: string, verdict: Verdict])[] {
  return bibliographies
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const source = readFileSync(path, 'utf8')
      return [
        [`${basename(path)}, bibtex-parser`, judgeWithOracle(source)] as const,
        ...dialects.map(
          (dialect) => [`${basename(path)}, out as ${dialect} and in again`, judgeRoundTrip(source, dialect)] as const,
        ),
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

/** Every field must come back as it was. */
export function judgeRoundTrip(source: string, format: (typeof dialects)[number]): Verdict {
  const { drafts } = parseBibtex(splitLines(source))
  const papers = drafts.map(({ fields, citationKey = '', reading }) => {
    const { tags = [], notes = [] } = reading ?? {}
    const status: Status = 'new'
    return { ...emptyFields, ...fields, citationKey, titleOrigin: null, tags, notes: notes.map((text) => ({ text })), status }
  })
  const { text } = writeBibliography(papers, {
    format,
    order: 'list',
    abstracts: true,
    keywords: true,
    notes: true,
    byStatus: false,
  })
  const again = parseBibtex(splitLines(text)).drafts
  const problems = drafts.flatMap((draft, index) => changedFields(saidOf(draft), saidOf(again[index])))
  const fields = drafts.reduce((sum, draft) => sum + saidOf(draft).size, 0)
  return { figures: `${drafts.length} records, ${fields} fields, ${problems.length} changed`, problems }
}

function changedFields(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
  return changed.map((name) => `${before.get('key')}, ${name}: ${before.get(name)} comes back as ${after.get(name)}`)
}

function saidOf(draft: Draft | undefined): ReadonlyMap<string, string> {
  const { extra = {}, ...fields } = draft?.fields ?? {}
  const { tags = [], notes = [] } = draft?.reading ?? {}
  const said = [
    ['key', draft?.citationKey ?? ''],
    ...Object.entries({ ...fields, tags, notes }),
    ...Object.entries(extra).map(([name, text]) => [`extra.${name}`, text]),
  ]
  return new Map(said.map(([name, value]) => [String(name), JSON.stringify(value)]))
}

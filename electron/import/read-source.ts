import { hash } from 'node:crypto'
import { AppError } from '../../db/model/app-error.ts'
import type { Draft, Leftover, ParsedSource } from '../../db/model/draft.ts'
import type { Progress } from '../../db/model/progress.ts'
import { compressSource } from '../../db/queries/sources.ts'
import { isBibtex, parseBibtex } from '../formats/bibtex/parse-bibtex.ts'
import { looksLikeCslJson, readCslJson } from '../formats/csl/read-csl-json.ts'
import { decodeText, type SourceLine, splitLines } from '../formats/decode-text.ts'
import { looksLikeEndnoteXml, readEndnoteXml } from '../formats/endnote/read-endnote-xml.ts'
import { parseListInSteps } from '../formats/list/parse-list.ts'
import { looksLikeNbib, readNbib } from '../formats/medline/read-nbib.ts'
import { looksLikeRis, readRis } from '../formats/ris/read-ris.ts'
import type { FailedSource, SourceInput } from './import-plan.ts'

export const maximumBytes = 200_000_000
const longestLine = 1_000_000

/** A source whose text was read into drafts; `digests` are one a draft, equal where the fields are. */
export type ReadSource = ParsedSource & {
  readonly name: string
  readonly compressed: Uint8Array
  readonly sha256: string
  readonly digests: readonly string[]
  readonly lines: readonly string[]
}

/**
 * Decodes and parses one source; what is wrong with it comes back as a value, so that the others go on. Between its
 * steps it can be cancelled, telling `progress`.
 */
export function* readSource(input: SourceInput, progress: Progress): Generator<Progress, ReadSource | FailedSource> {
  try {
    return yield* parseSource(input, progress)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return failedSource(input.name, error)
  }
}

export function failedSource(name: string, error: AppError, leftovers: readonly Leftover[] = []): FailedSource {
  return { name, error: { code: error.code, message: error.message }, leftovers }
}

function* parseSource(input: SourceInput, progress: Progress): Generator<Progress, ReadSource | FailedSource> {
  const { name, bytes } = input
  if (bytes.length === 0) throw new AppError('empty-file', `${name} is empty. Choose a file that has text in it.`)
  if (bytes.length > maximumBytes) {
    throw new AppError(
      'too-large',
      `${name} has ${Math.round(bytes.length / 1e6)} MB; Octavo reads lists of up to 200 MB. Split it and import the parts.`,
    )
  }
  refuseKnownFormat(name, bytes)
  const text = textOf(name, bytes)
  yield progress
  const lines = splitLines(text)
  if (lines.every((line) => line.text.trim() === ''))
    throw new AppError('empty-file', `${name} has only blank lines. Choose a file that has text in it.`)
  yield progress
  const reader = readers.find((known) => known.reads(name, lines))
  const parsed = reader === undefined ? yield* parseLines({ name, lines }, progress) : reader.parse({ text, lines })
  if (parsed.drafts.length === 0) {
    const message = `Nothing in ${name} could be read as a paper. Check that it is ${reader?.expects ?? 'a list of titles or abstracts'}; its ${parsed.leftovers.length} lines were left aside.`
    return failedSource(name, new AppError('nothing-found', message), parsed.leftovers)
  }
  yield progress
  const digests = yield* digestDrafts(parsed.drafts, progress)
  yield progress
  const compressed = compressSource(bytes)
  yield progress
  return { name, compressed, ...parsed, lines: lines.map(({ text }) => text), sha256: hash('sha256', bytes), digests }
}

const draftsAtOnce = 1000

function* digestDrafts(drafts: readonly Draft[], progress: Progress): Generator<Progress, readonly string[]> {
  const digests: string[] = []
  for (const [index, { fields }] of drafts.entries()) {
    if (index % draftsAtOnce === 0) yield progress
    digests.push(draftDigest(fields))
  }
  return digests
}

export function draftDigest(fields: object): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify(sorted), 'base64url').slice(0, 22)
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes).text
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, `${name} is not a text file. Save it as plain text and import that.`, { cause: error })
  }
}

type DecodedSource = { readonly text: string; readonly lines: readonly SourceLine[] }

type SourceReader = {
  /** Whether this reader is the one for a source, by its name and first lines. */
  readonly reads: (name: string, lines: readonly SourceLine[]) => boolean
  readonly parse: (source: DecodedSource) => ParsedSource
  /** What the user should check that the file is. */
  readonly expects: string
}

/** One row a format, in the order of asking; what no other reads is a list. */
const readers: readonly SourceReader[] = [
  { reads: (name, lines) => isBibtex(name, lines), parse: ({ lines, text }) => parseBibtex(lines, text), expects: 'a BibTeX file' },
  { reads: byHead(looksLikeRis), parse: ({ lines }) => readRis(lines), expects: 'an RIS file' },
  { reads: byHead(looksLikeCslJson), parse: ({ lines }) => readCslJson(lines), expects: 'CSL JSON' },
  { reads: byHead(looksLikeNbib), parse: ({ lines }) => readNbib(lines), expects: 'a MEDLINE file' },
  { reads: byHead(looksLikeEndnoteXml), parse: ({ lines }) => readEndnoteXml(lines), expects: 'an EndNote XML file' },
]

/** The first lines, as far as they tell a format. */
function byHead(looksLikeIt: (head: string) => boolean): SourceReader['reads'] {
  return (_name, lines) => {
    const head: string[] = []
    for (let length = 0; length < 4000 && head.length < lines.length; length += head.at(-1)?.length ?? 0) {
      head.push((lines[head.length]?.text ?? '').slice(0, 4000))
    }
    return looksLikeIt(head.join('\n'))
  }
}

function* parseLines(
  { name, lines }: { name: string; lines: readonly SourceLine[] },
  progress: Progress,
): Generator<Progress, ParsedSource> {
  const longest = lines.reduce((length, { text }) => Math.max(length, text.length), 0)
  if (longest > longestLine) {
    throw new AppError(
      'unsupported-format',
      `${name} has a line of ${longest.toLocaleString('en')} characters and is no list of papers. Choose a text file with lines.`,
    )
  }
  if (/^\s*<\?xml/i.test(lines[0]?.text ?? '') && !lines.slice(0, 5).some(({ text }) => /<!doctype html|<html/i.test(text)))
    throw new AppError(
      'unsupported-format',
      `${name} is an XML file that Octavo does not know. Save the list as text and import that.`,
    )
  const steps = parseListInSteps(lines)
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) yield progress
  return step.value
}

/** Formats that have a reader of their own to come; read as a list they would come in wrong. */
const knownFormats: readonly (readonly [pattern: RegExp, what: string])[] = [[/^%PDF-/, 'a PDF']]

function refuseKnownFormat(name: string, bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1000))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  const known = knownFormats.find(([pattern]) => pattern.test(head))
  if (known !== undefined) {
    throw new AppError('unsupported-format', `${name} is ${known[1]}; Octavo reads text. Save the list as text and import that.`)
  }
}

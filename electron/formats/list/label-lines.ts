/**
 * Gives each line its part in a record, or none, so that the sum of all scores is the best there is: the Viterbi algorithm over the
 * states "outside of records", "first line of part k", "further line of part k" and "beside a record, behind part k". Linear in the number
 * of lines.
 */
import type { InSteps } from './in-steps.ts'
import type { ListGrammar, Role } from './list-grammars.ts'
import { scores } from './list-scores.ts'
import type { SourceScores } from './score-source.ts'

/** A line's part in a record; `null` is outside of all records, `isBeside` behind a part of one, before the next part of the same. */
export type Label = { readonly role: Role; readonly part: number; readonly isFirst: boolean; readonly isBeside?: true } | null

export type Labelling = { readonly grammar: ListGrammar; readonly labels: readonly Label[]; readonly score: number }

type State = {
  readonly label: Label
  /** The line in this state; what it costs to leave, and to stay in, the state's part after the line. */
  readonly line: Float64Array
  readonly end: Float64Array
  readonly stay: Float64Array
  /** From each other state whose part ended: what is left out between, and whether a record begins. */
  readonly entries: readonly { readonly from: number; readonly cost: number; readonly beginsRecord: boolean }[]
}

const linesAtOnce = 5000

/** The outside is state 0; the first line of part k is state 1 + 2k, a further line the next. */
export function* labelLines(grammar: ListGrammar, source: SourceScores): InSteps<Labelling> {
  const labels = listLabels(grammar)
  const states = labels.map((label) => buildState(grammar, labels, { label, source }))
  const cameFrom = new Uint8Array(source.length * states.length)
  let best = new Float64Array(states.map((state) => enterFirst(state, source)))
  for (let line = 1; line < source.length; line++) {
    if (line % linesAtOnce === 1) yield
    best = stepTo(line, best, { states, source, cameFrom })
  }
  const ends = states.map(({ end, label }, index) =>
    label?.isBeside ? Number.NEGATIVE_INFINITY : at(best, index) + at(end, source.length - 1) + missingCost(grammar, label, null),
  )
  const end = ends.indexOf(Math.max(...ends))
  return { grammar, labels: traceBack(labels, cameFrom, end), score: ends[end] ?? 0 }
}

function listLabels({ roles }: ListGrammar): readonly Label[] {
  const parts = roles.flatMap((role, part) => [
    { role, part, isFirst: true },
    { role, part, isFirst: false },
  ])
  const beside = roles.slice(0, -1).map((role, part) => ({ role, part, isFirst: false, isBeside: true as const }))
  return [null, ...parts, ...beside]
}

function buildState(
  grammar: ListGrammar,
  labels: readonly Label[],
  { label, source }: { label: Label; source: SourceScores },
): State {
  const { outside, roles } = source
  if (label?.isBeside) {
    const entries = labels.flatMap((before, from) =>
      before !== null && !before.isBeside && before.part === label.part ? [{ from, cost: 0, beginsRecord: false }] : [],
    )
    const line = outside.line.map((score) => score + scores.beside[label.role])
    return { label, line, end: outside.end, stay: new Float64Array(source.length), entries }
  }
  if (label !== null && !label.isFirst) {
    const { further, end, continuation } = roles[label.role]
    return { label, line: further, end, stay: continuation, entries: [] }
  }
  const entries = labels
    .map((before, from) => ({ before, from, cost: missingCost(grammar, before, label), beginsRecord: beginsRecord(before, label) }))
    .filter(({ before, beginsRecord }) => before?.isBeside !== true || (label !== null && !beginsRecord))
  if (label !== null) {
    const { first, end, continuation } = roles[label.role]
    return { label, line: first, end, stay: continuation, entries }
  }
  return { label, line: outside.line, end: outside.end, stay: new Float64Array(source.length), entries: entries.slice(1) }
}

/** What is left out where one part ends and another begins, in the same record or in the next. */
function missingCost({ roles }: ListGrammar, before: Label, after: Label): number {
  const left = before === null ? roles.length : before.part + 1
  const rest =
    before?.role === 'authors' && left === roles.length - 1 && roles[left - 2] === 'title'
      ? scores.missingAbstractAfterNames
      : sumMissing(roles.slice(left))
  if (after === null) return rest
  if (!beginsRecord(before, after)) return sumMissing(roles.slice(left, after.part))
  return rest + sumMissing(roles.slice(0, after.part))
}

function sumMissing(roles: readonly Role[]): number {
  return roles.reduce((cost, role) => cost + scores.missing[role], 0)
}

function beginsRecord(before: Label, after: Label): boolean {
  return after !== null && (before === null || after.part <= before.part)
}

function enterFirst({ label, line, entries }: State, source: SourceScores): number {
  if (label === null) return at(line, 0)
  const entry = entries[0]
  return entry === undefined ? Number.NEGATIVE_INFINITY : at(line, 0) + entry.cost + at(source.record, 0)
}

type Walk = { readonly states: readonly State[]; readonly source: SourceScores; readonly cameFrom: Uint8Array }

/** For each state the best score of any way into it; notes where that way came from. */
function stepTo(line: number, best: Float64Array, { states, source, cameFrom }: Walk): Float64Array<ArrayBuffer> {
  const ended = new Float64Array(states.length)
  for (let index = 0; index < states.length; index++) ended[index] = at(best, index) + at(states[index]?.end ?? none, line - 1)
  const record = at(source.record, line)
  const next = new Float64Array(states.length)
  for (let index = 0; index < states.length; index++) {
    const state = states[index]
    if (state === undefined) break
    const { label } = state
    const isFurther = label !== null && !label.isFirst && !label.isBeside
    let from = isFurther && at(best, index - 1) >= at(best, index) ? index - 1 : index
    let score = label === null || !label.isFirst ? at(best, from) + at(state.stay, line - 1) : Number.NEGATIVE_INFINITY
    for (const entry of state.entries) {
      const way = at(ended, entry.from) + entry.cost + (entry.beginsRecord ? record : 0)
      if (way > score) {
        score = way
        from = entry.from
      }
    }
    cameFrom[line * states.length + index] = from
    next[index] = score + at(state.line, line)
  }
  return next
}

const none = new Float64Array()

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}

function traceBack(labels: readonly Label[], cameFrom: Uint8Array, end: number): readonly Label[] {
  const width = labels.length
  const path: Label[] = []
  let state = end
  for (let line = cameFrom.length / width - 1; line >= 0; line--) {
    path.push(labels[state] ?? null)
    state = cameFrom[line * width + state] ?? 0
  }
  return path.reverse()
}

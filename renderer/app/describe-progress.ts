import type { Progress } from '../../db/model/progress.ts'

/** How far a stage of a long work is, and since when, so that its pace can be told. */
export type Measured = Progress & { readonly since: number; readonly from: number; readonly now: number }

const fewestForPace = 100
const shortestForPace = 500
const longEnoughToTell = 3

/** `now` in milliseconds. Another stage is measured from its own beginning. */
export function measure(last: Measured | null, progress: Progress, now: number): Measured {
  const goesOn = last !== null && last.what === progress.what && progress.done >= last.from
  return { ...progress, now, ...(goesOn ? { since: last.since, from: last.from } : { since: now, from: progress.done }) }
}

/** Of one thing there is no telling how far it is. */
export function isCounted({ total }: Pick<Progress, 'total'>): boolean {
  return total > 1
}

/** `3,200 of 10,000 entries · 5,100/s`, and how long it will still take where that is worth saying; empty where there is nothing to count. */
export function describeProgress({ done, total, unit, since, from, now }: Measured): string {
  if (unit === undefined || !isCounted({ total })) return ''
  const count = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`
  const perSecond = ((done - from) * 1000) / (now - since)
  if (total < fewestForPace || now - since < shortestForPace || perSecond <= 0) return count
  const secondsLeft = Math.ceil((total - done) / perSecond)
  const left = secondsLeft > longEnoughToTell ? ` · ${formatSeconds(secondsLeft)} left` : ''
  return `${count} · ${roundPace(perSecond)}/s${left}`
}

function formatSeconds(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

/** Two figures are as many as are true. */
function roundPace(perSecond: number): string {
  return Number(perSecond.toPrecision(2)).toLocaleString('en')
}

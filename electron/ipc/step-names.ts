/** The words of the history. */

export function step(what: string): { what: string; joinKey: null } {
  return { what, joinKey: null }
}

export function papers(ids: readonly number[]): string {
  return ids.length === 1 ? 'a paper' : `${ids.length} papers`
}

export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

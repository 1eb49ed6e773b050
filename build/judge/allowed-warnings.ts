import { readFileSync } from 'node:fs'

/** The warnings that `allow-list.txt` does not explain. */
export function unexplainedWarnings(tool: 'bibtex' | 'biber', warnings: readonly string[]): readonly string[] {
  const patterns = allowed.filter((line) => line.tool === tool).map((line) => line.pattern)
  return warnings.filter((warning) => !patterns.some((pattern) => pattern.test(warning)))
}

type AllowedWarning = { readonly tool: string; readonly pattern: RegExp }

const allowed = readAllowList(readFileSync(new URL('allow-list.txt', import.meta.url), 'utf8'))

export function readAllowList(text: string): readonly AllowedWarning[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const [tool = '', pattern = '', reason = ''] = line.split(' | ')
    if (reason.trim() === '') throw new Error(`allow-list.txt: "${line}" has no reason.`)
    return { tool, pattern: new RegExp(`^${pattern.replace(/[^\w\s*]/g, '\\$&').replaceAll('*', '.*')}$`) }
  })
}

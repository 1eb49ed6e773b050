import type { ArgsOf } from '../../../electron/ipc/contract.ts'

export type GivenSource = ArgsOf<'imports:plan'>['sources'][number]

const maximumBytes = 200_000_000

/** Files travel as name and bytes; one that cannot comes as its own failure, so that the others go on. */
export function readFiles(files: readonly File[]): Promise<readonly GivenSource[]> {
  return Promise.all(files.map(readFile))
}

export function textSource(text: string): GivenSource {
  return { name: 'Pasted text', bytes: new TextEncoder().encode(text) }
}

async function readFile(file: File): Promise<GivenSource> {
  if (file.size > maximumBytes) {
    const size = Math.round(file.size / 1e6).toLocaleString('en')
    const message = `${file.name} has ${size} MB; Octavo reads lists of up to 200 MB. Split it and import the parts.`
    return { name: file.name, error: { code: 'too-large', message }, leftovers: [] }
  }
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    const message = `${file.name} could not be read. If it is a folder, drop the files in it; else check that you may open it.`
    return { name: file.name, error: { code: 'unreadable-file', message }, leftovers: [] }
  }
}

import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type Application = { readonly name: string; readonly version: string; readonly folder: string; readonly main: string }

/** What `electron PATH` starts: a folder with a package.json, or a script whose package.json stands in a folder above it. */
export function readApplication(path: string): Application {
  const start = resolve(path)
  const isFolder = statSync(start).isDirectory()
  const { folder, manifest } = findManifest(isFolder ? start : dirname(start))
  return {
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    folder,
    main: isFolder ? join(folder, manifest.main ?? 'index.js') : start,
  }
}

type Manifest = {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

function findManifest(folder: string): { readonly folder: string; readonly manifest: Manifest } {
  try {
    return { folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest }
  } catch (error) {
    const parent = dirname(folder)
    if (parent === folder) throw error
    return findManifest(parent)
  }
}

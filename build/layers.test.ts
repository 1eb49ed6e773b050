import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** What lint cannot say of the layers: it sees the text of an import, this sees the file that it reaches. */
const root = fileURLToPath(new URL('..', import.meta.url))

const layers = ['db/model', 'db', 'electron/formats', 'electron', 'renderer', 'build', 'e2e'] as const
type Layer = (typeof layers)[number]

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  'db/model': ['db/model'],
  db: ['db', 'db/model'],
  'electron/formats': ['electron/formats', 'db/model'],
  electron: ['electron', 'electron/formats', 'db', 'db/model'],
  renderer: ['renderer', 'db/model'],
  build: layers,
  e2e: layers,
}

const files = globSync('{db,electron,renderer,build,e2e}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => String(name).includes('node_modules'),
})
  .map((file) => file.split(sep).join('/'))
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))

function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => file.startsWith(`${layer}/`))
}

function importsOf(file: string): readonly { readonly specifier: string; readonly isTypeOnly: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm)].map(([, type, specifier]) => ({
    specifier: specifier ?? '',
    isTypeOnly: type !== undefined,
  }))
}

function targetOf(file: string, specifier: string): string {
  return relative(root, join(root, dirname(file), specifier))
    .split(sep)
    .join(posix.sep)
}

it('lets each layer import only those below it', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('?raw'))
      .map(({ specifier, isTypeOnly }) => ({ target: targetOf(file, specifier), isTypeOnly }))
      .filter(({ target, isTypeOnly }) => {
        const [from, to] = [layerOf(file), layerOf(target)]
        const isContract = isTypeOnly && from === 'renderer' && target === 'electron/ipc/contract.ts'
        return from !== undefined && to !== undefined && !mayImport[from].includes(to) && !isContract
      })
      .map(({ target }) => `${file} imports ${target}`),
  )
  expect(files.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})

it('keeps SQL inside db', () => {
  const sql = /['"`]\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\s/
  const elsewhere = files.filter(
    (file) => !file.startsWith('db/') && !file.startsWith('build/') && sql.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(elsewhere).toEqual([])
})

it('opens transactions in one place', () => {
  const opening = files.filter(
    (file) => file.startsWith('db/queries/') && /\.transaction\(|'BEGIN/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(opening).toEqual([])
})

it('has no drawer for what has no name', () => {
  const drawers = new Set(['utils', 'util', 'helpers', 'common', 'lib', 'misc', 'services', 'types', 'shared'])
  expect(files.filter((file) => file.split('/').some((part) => drawers.has(part.replace(/\.tsx?$/, ''))))).toEqual([])
})

it('never lets one feature of the screen reach into another', () => {
  const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1]
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .map(({ specifier }) => targetOf(file, specifier))
      .filter((target) => featureOf(file) !== undefined && featureOf(target) !== undefined && featureOf(file) !== featureOf(target))
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { arch, tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Packed, packOnStub } from './pack-on-stub.ts'

const dependencies = fileURLToPath(new URL('../../node_modules', import.meta.url))
let folder: string
let packed: Packed

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-package-'))
  packed = await packOnStub(folder)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of dependencies that the bundle's programs import, and what they import in turn: a bundler knows. */
async function findImportedFiles(): Promise<readonly string[]> {
  const imported: string[] = []
  const programs = ['main/main.js', 'main/library-worker.js', 'main/cli.js', 'main/reference-processor.js', 'preload/preload.cjs']
  const note = { name: 'note-modules', moduleParsed: ({ id }: { readonly id: string }) => void imported.push(id) }
  await build({
    configFile: false,
    root: packed.bundle,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      write: false,
      rolldownOptions: { input: programs.map((file) => join(packed.bundle, file)), treeshake: false, plugins: [note] },
    },
  })
  // Loaded when it is asked for, which no bundler sees.
  imported.push(join(dependencies, 'citeproc/citeproc_commonjs.js'))
  return imported.filter((path) => path.startsWith(dependencies)).map((path) => slashed(relative(dependencies, path)))
}

/** Node reads the manifests above a file; a licence goes with its package. */
function withManifests(file: string): readonly string[] {
  const folders: string[] = []
  for (let above = dirname(file); above !== '.'; above = dirname(above)) folders.push(above)
  return globSync(
    folders.flatMap((above) => [`${above}/package.json`, `${above}/LICENSE`]),
    { cwd: dependencies },
  ).map(slashed)
}

/** A fuse that electron-builder does not know yet has no name here. */
async function readFuses(program: string): Promise<Readonly<Record<string, boolean>>> {
  const { version: _, ...wire } = await getCurrentFuseWire(program)
  const known = Object.entries(wire).filter(([index]) => FuseV1Options[Number(index)] !== undefined)
  return Object.fromEntries(known.map(([index, state]) => [FuseV1Options[Number(index)], state === '1'.charCodeAt(0)]))
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

function filesOf(asar: string): readonly string[] {
  return listPackage(asar, { isPack: false })
    .filter((path) => !('files' in statFile(asar, path.slice(1))))
    .map((path) => slashed(path.slice(1)))
    .toSorted()
}

describe.each([
  { system: 'linux', binary: `linux-${arch()}.node` },
  { system: 'mac', binary: `darwin-${arch()}.node` },
] as const)('the package for $system', ({ system, binary }) => {
  const nativeFile = `node_modules/better-sqlite3/prebuilds/${binary}`

  it('holds the bundle, its icon and what the bundle imports, and nothing else', async () => {
    const imported = await findImportedFiles()
    const expected = [
      'package.json',
      'LICENSES.md',
      'build/icons/256x256.png',
      nativeFile,
      ...globSync('**', { cwd: packed.bundle, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `out/${slashed(relative(packed.bundle, join(entry.parentPath, entry.name)))}`),
      ...new Set(imported.flatMap((file) => [file, ...withManifests(file)]).map((file) => `node_modules/${file}`)),
    ]
    expect(filesOf(packed[system].asar)).toEqual(expected.toSorted())
  })

  it('has one native file, the system’s own, outside the archive', () => {
    const unpacked = globSync('**', { cwd: `${packed[system].asar}.unpacked`, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(unpacked.map((entry) => entry.name)).toEqual([binary])
    expect(statFile(packed[system].asar, nativeFile)).toMatchObject({ unpacked: true })
  })

  it('has the fuses of a program that runs nothing but its own archive', async () => {
    expect(await readFuses(packed[system].program)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    })
  })
})

it('is offered for bibliographies, behind the program that edits them', () => {
  const infoPlist = readFileSync(packed.mac.infoPlist, 'utf8')
  const [, documentTypes = ''] =
    /<key>CFBundleDocumentTypes<\/key>\s*<array>(.*?)<\/array>\s*<key>CFBundleExecutable/s.exec(infoPlist) ?? []
  const said = [...documentTypes.matchAll(/<string>([^<]+)<\/string>/g)].map(([, text]) => text)
  const bibtex = ['bib', 'icon.icns', 'BibTeX bibliography', 'Viewer', 'Alternate']
  expect(said).toEqual([...bibtex, 'ris', 'icon.icns', 'RIS citations', 'Viewer', 'Alternate'])
})

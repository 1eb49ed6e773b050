import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { chromium, type Route } from '@playwright/test'
import type { Question } from './dialog.ts'
import { readSettings } from './settings.ts'

/**
 * A file dialog as a small window of the same browser: pages of links and a form, without a script. `/?folder=…` shows a folder,
 * `/choose?path=…` is the answer, `/cancel` none.
 */
const origin = 'https://dialog.invalid'

export async function askForPaths(question: Question): Promise<readonly string[] | null> {
  const { executablePath, browserArgs, isHeadless, isSandboxed } = readSettings()
  const profile = mkdtempSync(join(tmpdir(), 'octavo-dialog-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: isHeadless,
    viewport: null,
    chromiumSandbox: isSandboxed,
    ignoreDefaultArgs: isHeadless ? [] : ['about:blank'],
    args: ['--app=data:text/html,', '--window-size=640,560', ...browserArgs],
  })
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null>()
  context.on('close', () => resolve(null))
  const page = context.pages()[0] ?? (await context.newPage())
  page.on('close', () => resolve(null))
  await context.route(`${origin}/**`, (route) => answer(route, question, resolve))
  await page.goto(`${origin}/?folder=${encodeURIComponent(startFolder(question))}`)
  const paths = await promise
  await context.close()
  rmSync(profile, { recursive: true, force: true })
  return paths
}

function startFolder({ defaultPath }: Question): string {
  return isAbsolute(defaultPath) ? dirname(defaultPath) : homedir()
}

async function answer(route: Route, question: Question, choose: (paths: readonly string[] | null) => void): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url())
  const folder = searchParams.get('folder') ?? homedir()
  const names = searchParams.getAll('path').filter((name) => name !== '')
  if (pathname === '/cancel') {
    await route.fulfill({ status: 204 })
    return choose(null)
  }
  if (pathname !== '/choose' || names.length === 0) {
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: showFolder(folder, question) })
  }
  await route.fulfill({ status: 204 })
  choose(names.map((name) => (isAbsolute(name) ? name : join(folder, name))))
}

function showFolder(folder: string, { title, kind, isMany, defaultPath }: Question): string {
  const link = (path: string, text: string) => `<li><a href="/?folder=${encodeURIComponent(path)}">${escapeHtml(text)}/</a></li>`
  const { folders, files } = readFolder(folder)
  const choice = (name: string) =>
    `<li><label><input type="${isMany ? 'checkbox' : 'radio'}" name="path" value="${escapeHtml(name)}"> ${escapeHtml(name)}</label></li>`
  const name = `<label class="name">Name <input name="path" autofocus value="${escapeHtml(basename(defaultPath))}"></label>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><style>${style}</style>
<form action="/choose"><input type="hidden" name="folder" value="${escapeHtml(folder)}">
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(folder)}</p>${kind === 'save' ? name : ''}</header>
<ul>${link(dirname(folder), '..')}${folders.map((child) => link(join(folder, child), child)).join('')}${kind === 'open' ? files.map(choice).join('') : ''}</ul>
<footer><a class="button" href="/cancel">Cancel</a><button>${kind === 'save' ? 'Save' : 'Open'}</button></footer></form></html>`
}

const style = `
  body { margin: 0; font: 14px/20px system-ui, sans-serif; background: light-dark(#fff, #1d1c1a); color: light-dark(#1d1c1a, #eceae6) }
  form { display: grid; grid-template-rows: auto 1fr auto; height: 100vh }
  header, footer { padding: 16px 20px; border: 0 solid light-dark(#e4e2de, #3a3835) }
  header { border-bottom-width: 1px }
  footer { display: flex; justify-content: flex-end; gap: 8px; border-top-width: 1px }
  h1 { margin: 0; font-size: 16px } p { margin: 4px 0 0; color: light-dark(#66625c, #a5a099); overflow-wrap: anywhere }
  ul { margin: 0; padding: 8px 12px; list-style: none; overflow: auto }
  li > * { display: block; padding: 4px 8px; border-radius: 6px; color: inherit; text-decoration: none }
  li > *:hover { background: light-dark(#f2f1ef, #2a2826) } li a { font-weight: 600 }
  .name { display: flex; gap: 8px; align-items: center; margin-top: 12px }
  .name input { flex: 1; font: inherit; padding: 4px 8px }
  button, .button { padding: 6px 14px; border: 1px solid light-dark(#d5d2cd, #4a4743); border-radius: 6px; font: inherit; color: inherit;
    text-decoration: none; background: none; cursor: pointer }
  button { background: #4550c6; border-color: #4550c6; color: #fff }
`

function readFolder(folder: string): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
    const names = (isFolder: boolean) => entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name)
    return { folders: names(true).sort(), files: names(false).sort() }
  } catch {
    // A folder that may not be read is shown empty; the way up is there.
    return { folders: [], files: [] }
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

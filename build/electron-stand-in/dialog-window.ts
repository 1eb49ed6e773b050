import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { chromium, type Route } from '@playwright/test'
import type { Question } from './dialog.ts'
import { readSettings } from './settings.ts'

/**
 * A file dialog as a small window of the same browser: pages of links and a form, without a script. `/?folder=…` shows a folder,
 * `/choose?path=…` is the answer.
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
    ignoreDefaultArgs: ['about:blank'],
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

async function answer(route: Route, question: Question, choose: (paths: readonly string[]) => void): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url())
  const folder = searchParams.get('folder') ?? homedir()
  const names = searchParams.getAll('path').filter((name) => name !== '')
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
  const name = `<p><label>Name <input name="path" size="50" autofocus value="${escapeHtml(basename(defaultPath))}"></label></p>`
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body { font: 14px system-ui; margin: 16px } ul { list-style: none; padding: 0; line-height: 1.7 }</style>
<h1 style="font-size: 16px">${escapeHtml(title)}</h1><p>${escapeHtml(folder)}</p>
<form action="/choose"><input type="hidden" name="folder" value="${escapeHtml(folder)}">
${kind === 'save' ? name : ''}<p><button>${kind === 'save' ? 'Save' : 'Open'}</button></p>
<ul>${link(dirname(folder), '..')}${folders.map((child) => link(join(folder, child), child)).join('')}${kind === 'open' ? files.map(choice).join('') : ''}</ul></form>`
}

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

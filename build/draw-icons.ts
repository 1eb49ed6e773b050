/** `npm run icons`: draws `icons/icon.svg` in the sizes that the packages and the window need; run it when the drawing changes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

const folder = join(import.meta.dirname, 'icons')
const sizes = [32, 64, 128, 256, 512, 1024]

const browser = await findBrowser()
if (browser === null) throw new Error('There is no browser to draw the icons with.')
const { executablePath, args, environment } = browser
const drawing = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...environment } })
try {
  const page = await drawing.newPage()
  const source = Buffer.from(readFileSync(join(folder, 'icon.svg'))).toString('base64')
  await page.setContent(
    `<body style="margin: 0"><img style="display: block; width: 100vw" src="data:image/svg+xml;base64,${source}">`,
  )
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.screenshot({ path: join(folder, `${size}x${size}.png`), omitBackground: true })
  }
} finally {
  await drawing.close()
}

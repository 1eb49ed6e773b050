import { defineConfig } from '@playwright/test'

/** One set of specs on two engines: Electron where its binary is, else the stand-in. Each test has a library of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/e2e',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./e2e/refuse-skips.ts']],
  globalSetup: './e2e/say-engine.ts',
})

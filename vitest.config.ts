import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{db,electron,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['build/node/**'],
    pool: 'forks',
    setupFiles: ['build/fix-property-seed.ts'],
    testTimeout: 60_000,
    // The first start of a browser that npm has just unpacked takes its time.
    hookTimeout: 120_000,
  },
})

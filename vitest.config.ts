import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['db/**/*.test.ts', 'electron/**/*.test.ts', 'build/**/*.test.ts'],
    exclude: ['build/node/**'],
    pool: 'forks',
    testTimeout: 60_000,
  },
})

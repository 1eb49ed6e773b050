import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{db,electron,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['build/node/**'],
    pool: 'forks',
    // Nobody waits at this machine meanwhile: no core is left to them.
    maxWorkers: '100%',
    // Programs that the tests start from source need not take the types out of every file again.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    setupFiles: ['build/fix-property-seed.ts'],
    testTimeout: 60_000,
    // The first start of a browser that npm has just unpacked takes its time.
    hookTimeout: 120_000,
  },
})

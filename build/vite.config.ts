import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The command line as one file; what npm installs and Node brings stays outside. */
export default defineConfig({
  build: {
    ssr: fileURLToPath(new URL('../electron/cli.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../out', import.meta.url)),
    target: 'node22',
    emptyOutDir: true,
    rolldownOptions: { external: [/^node:/, ...builtinModules, 'better-sqlite3', 'zod'] },
  },
})

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

function path(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url))
}

/** Main with the library's threads and the command line, the preload script by itself, and the screen. */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          main: path('electron/main.ts'),
          'library-worker': path('electron/library-worker.ts'),
          cli: path('electron/cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: { preload: path('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react()],
    build: {
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

function path(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url))
}

/** They are read as files, as they came. */
function copyReferenceStyles(): Plugin {
  const folder = path('electron/formats/styles')
  return {
    name: 'copy-reference-styles',
    generateBundle() {
      for (const file of readdirSync(folder))
        this.emitFile({ type: 'asset', fileName: `formats/styles/${file}`, source: readFileSync(`${folder}/${file}`) })
    },
  }
}

/** Main with the library's threads and the command line, the preload script by itself, and the screen. */
export default defineConfig({
  main: {
    plugins: [copyReferenceStyles()],
    build: {
      rolldownOptions: {
        input: {
          main: path('electron/main.ts'),
          'library-worker': path('electron/library-worker.ts'),
          cli: path('electron/cli.ts'),
          // Finds the styles beside itself.
          'reference-processor': path('electron/reference-processor.ts'),
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
      // What the page is bundled of asks for its notices to go with it.
      license: { fileName: 'licenses.txt' },
      assetsInlineLimit: 0,
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
})

import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import './tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { copyText } from './app/copy-text.ts'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { loadFirstFonts, loadOtherFonts } from './load-fonts.ts'

await loadFirstFonts()
const root = document.getElementById('root')
if (root !== null) {
  // What a boundary shows can be copied there; here it is for whoever looks at the console.
  createRoot(root, { onCaughtError: (error) => console.warn(error) }).render(
    <StrictMode>
      <ErrorBoundary onCopy={copyText}>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  )
}
loadOtherFonts()

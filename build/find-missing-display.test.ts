import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { findMissingDisplay } from './find-missing-display.ts'

it.runIf(process.platform === 'linux')('says in a sentence that nobody answers at DISPLAY', async () => {
  expect(await findMissingDisplay({ DISPLAY: ':7493' })).toBe(
    'DISPLAY is :7493, but no X server answers there. Start one, or unset DISPLAY to run Octavo without a window.',
  )
  expect(await findMissingDisplay({ DISPLAY: 'nonsense' })).toContain('no X server answers')
})

it.runIf(process.platform === 'linux')('is content with a server that listens', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen('\0/tmp/.X11-unix/X7494', resolve))
  expect(await findMissingDisplay({ DISPLAY: ':7494.0' })).toBeNull()
  server.close()
})

it('asks nothing where there is no X, or Wayland beside it', async () => {
  expect(await findMissingDisplay({})).toBeNull()
  expect(await findMissingDisplay({ DISPLAY: ':7495', WAYLAND_DISPLAY: 'wayland-0' })).toBeNull()
})

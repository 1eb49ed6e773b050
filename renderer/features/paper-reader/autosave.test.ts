import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAutosave } from './autosave.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('saves what was typed within 300 ms of the last key, once', async () => {
  const saved: string[] = []
  const autosave = createAutosave(async (text) => void saved.push(text))
  autosave.type('a')
  await vi.advanceTimersByTimeAsync(200)
  autosave.type('ab')
  await vi.advanceTimersByTimeAsync(200)
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(saved).toEqual(['ab'])
  await autosave.flush()
  expect(saved).toEqual(['ab'])
})

it('waits for a slow save before the next one', async () => {
  const saved: string[] = []
  const autosave = createAutosave(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, text === 'first' ? 1000 : 0))
    saved.push(text)
  })
  autosave.type('first')
  const first = autosave.flush()
  await vi.advanceTimersByTimeAsync(500)
  autosave.type('second')
  const second = autosave.flush()
  await vi.runAllTimersAsync()
  await Promise.all([first, second])
  expect(saved).toEqual(['first', 'second'])
})

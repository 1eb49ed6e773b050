import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAutosave } from './autosave.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('saves what was typed within 300 ms, once', async () => {
  const saved: string[] = []
  const autosave = createAutosave(async (text) => void saved.push(text))
  autosave.type('a')
  await vi.advanceTimersByTimeAsync(200)
  autosave.type('ab')
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(saved).toEqual(['ab'])
  await autosave.flush()
  expect(saved).toEqual(['ab'])
})

it('saves on the way what is typed without a rest', async () => {
  const saved: string[] = []
  const autosave = createAutosave(async (text) => void saved.push(text))
  for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef']) {
    autosave.type(text)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(saved).toEqual(['abc', 'abcdef'])
})

it('does not hold text back while an earlier save is slow, and waits for both in the end', async () => {
  const sent: string[] = []
  const saved: string[] = []
  const autosave = createAutosave(async (text) => {
    sent.push(text)
    await new Promise((resolve) => setTimeout(resolve, text === 'first' ? 1000 : 0))
    saved.push(text)
  })
  autosave.type('first')
  await vi.advanceTimersByTimeAsync(300)
  autosave.type('second')
  await vi.advanceTimersByTimeAsync(300)
  expect({ sent, saved }).toEqual({ sent: ['first', 'second'], saved: ['second'] })
  const all = autosave.flush()
  await vi.runAllTimersAsync()
  await all
  expect(saved).toEqual(['second', 'first'])
})

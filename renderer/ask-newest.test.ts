import { expect, it } from 'vitest'
import { createAsker } from './ask-newest.ts'

function questions() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const ask = createAsker()
  return {
    asked,
    ask: (name: string) =>
      ask(() => {
        asked.push(name)
        return new Promise((resolve) => answers.push(resolve))
      }),
    answer: async () => {
      answers.shift()?.()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

it('asks at once when nothing is on its way', async () => {
  const { asked, ask, answer } = questions()
  ask('first')
  expect(asked).toEqual(['first'])
  await answer()
  ask('second')
  expect(asked).toEqual(['first', 'second'])
})

it('asks only the newest of what came while an answer was on its way', async () => {
  const { asked, ask, answer } = questions()
  for (const letter of ['d', 'di', 'dis', 'dist']) ask(letter)
  expect(asked).toEqual(['d'])
  await answer()
  expect(asked).toEqual(['d', 'dist'])
  await answer()
  ask('x')
  expect(asked).toEqual(['d', 'dist', 'x'])
})

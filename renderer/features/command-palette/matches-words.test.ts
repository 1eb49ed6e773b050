import { describe, expect, it } from 'vitest'
import { matchesWords } from './matches-words.ts'

describe('matchesWords', () => {
  it('finds a command by the beginnings of its words, in any order', () => {
    expect(matchesWords('Mark as read Status', 're ma')).toBe(true)
    expect(matchesWords('Mark as read Status', 'ead')).toBe(false)
  })

  it('finds every command while nothing is typed', () => {
    expect(matchesWords('Undo', ' ')).toBe(true)
  })

  it('cares for neither case nor accents', () => {
    expect(matchesWords('Résumé', 'RESU')).toBe(true)
  })
})

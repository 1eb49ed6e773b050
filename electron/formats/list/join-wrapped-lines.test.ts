import { describe, expect, it } from 'vitest'
import { joinWrappedLines } from './join-wrapped-lines.ts'
import { learnHyphenation } from './learn-hyphenation.ts'

function join(...lines: readonly string[]): string {
  const listLines = lines.map((text, index) => ({ number: index + 1, source: text, text, isRepaired: false, gap: 0 }))
  return joinWrappedLines(lines, learnHyphenation(listLines))
}

describe('joinWrappedLines', () => {
  it('puts a space between words', () => {
    expect(join('one', 'two (three)', '4')).toBe('one two (three) 4')
  })

  it('keeps the hyphen of a word broken after it', () => {
    expect(join('a self-', 'adjusting end-to-', 'end filter')).toBe('a self-adjusting end-to-end filter')
  })

  it('keeps the space after a hyphen that stands for the rest of a word', () => {
    expect(join('short-', 'and long-term, pre- and', 'post-war')).toBe('short- and long-term, pre- and post-war')
    expect(join('vision-', 'and-language')).toBe('vision-and-language')
  })

  it('drops the hyphen of typesetting where the word occurs without it', () => {
    expect(join('the segmen-', 'tation of a segmentation')).toBe('the segmentation of a segmentation')
  })

  it('keeps the hyphen where the word occurs with it', () => {
    expect(join('the cross-', 'check of a cross-check, no crosscheck')).toBe('the cross-check of a cross-check, no crosscheck')
  })

  it('keeps the hyphen of a compound that another writer spells in one word', () => {
    const lines = ['a multi-', 'modal self-', 'made one-', 'off low-', 'cost long-', 'term multimodal thing']
    expect(join(...lines)).toBe('a multi-modal self-made one-off low-cost long-term multimodal thing')
  })

  it('drops the hyphens of a source whose lines end in syllables, but for those of compounds', () => {
    const lines = ['we in-', 'clude a com-', 'plex gradient-', 'based sec-', 'tion of di-', 'rected net-', 'work']
    expect(join(...lines)).toBe('we include a complex gradient-based section of directed network')
  })

  it('drops the hyphen of an acronym that typesetting divided', () => {
    expect(join('shown at AIS-', 'TATS in a sec-', 'tion of a com-', 'plex set')).toBe(
      'shown at AISTATS in a section of a complex set',
    )
    expect(join('DNA-', 'RNA and RNA, a sec-', 'tion of a com-', 'plex set')).toBe('DNA-RNA and RNA, a section of a complex set')
  })

  it('takes dashes between words, and soft hyphens, for places to break', () => {
    expect(join('word--', 'word', '--word, x -', 'y inter\u00ad', 'national')).toBe('word--word--word, x - y international')
  })
})

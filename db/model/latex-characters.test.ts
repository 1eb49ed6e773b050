import { describe, expect, it } from 'vitest'
import { formatAccents, readCharacterCommand } from './latex-characters.ts'

describe('a command that stands for a character', () => {
  it.each([
    ["\\'e", 'é', 3],
    ["\\'{e}x", 'é', 5],
    ["\\'\\i x", 'í', 5],
    ["\\'{\\^{a}}", 'ấ', 9],
    ['\\"{x}', 'ẍ', 5],
    ['\\c{c}', 'ç', 5],
    ['\\v sx', 'š', 4],
    ['\\H{o}', 'ő', 5],
    ['\\o re', 'ø', 3],
    ['\\ss{}e', 'ß', 5],
    ['\\textdegree C', '°', 11],
    ['\\~{}', '~', 4],
    ['\\%', '%', 2],
    ['\\"quoted', '"', 2],
    ['\\\\', ' ', 2],
  ])('%s', (source, text, end) => {
    expect(readCharacterCommand(source, 0)).toEqual({ text, end })
  })

  it.each(['\\foo', '\\c', '\\', '\\5', '\\cc'])('%s does not', (source) => {
    expect(readCharacterCommand(source, 0)).toEqual(null)
  })
})

it('writes accents that read back, and none for a mark that TeX lacks', () => {
  expect(['e\u0301', 'a\u0302\u0301', 'ø\u0301', 'a\u20d7', 'a'].map(formatAccents)).toEqual([
    "\\'{e}",
    "\\'{\\^{a}}",
    "\\'{ø}",
    null,
    null,
  ])
})

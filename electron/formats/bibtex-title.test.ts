import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectCase } from './bibtex-title.ts'

describe('protectCase', () => {
  it('protects acronyms, CamelCase and names with digits, without the punctuation around them', () => {
    expect(protectCase('MedVLM-R1: Vision-Language Models (VLMs) by GPT-4, seg2med and O’Neil')).toBe(
      '{MedVLM-R1}: Vision-Language Models ({VLMs}) by {GPT-4}, {seg2med} and {O’Neil}',
    )
  })

  it('keeps the brackets of a word that has both, and leaves out those around words', () => {
    expect(protectCase('Sorting in O(n) (or NP[2]), (DNA)')).toBe('Sorting in {O(n)} (or {NP[2]}), ({DNA})')
  })

  it('leaves plain words of a title in title case to the style', () => {
    expect(protectCase('Zero-Shot Learning: A Survey of Self-Supervised Methods in 90\\% of Cases')).toBe(
      'Zero-Shot Learning: A Survey of Self-Supervised Methods in 90\\% of Cases',
    )
  })

  it('protects a capital that stands alone, but not the article', () => {
    expect(protectCase('Vitamin C, X-ray, U-Net and R\\&D in A Large Study')).toBe(
      'Vitamin {C}, {X-ray}, {U-Net} and {R\\&D} in A Large Study',
    )
  })

  it('takes a capitalised word in a title in sentence case for a name', () => {
    expect(protectCase('A test for Alzheimer disease among older patients: The case of Norway. Now')).toBe(
      'A test for {Alzheimer} disease among older patients: The case of {Norway}. Now',
    )
  })

  it('protects the first word behind an opening bracket, for a style sees no first letter there', () => {
    expect(protectCase('[Framework for Images]')).toBe('[{Framework} for Images]')
  })

  it('protects formulas and commands with capitals, and never opens a brace directly before a command', () => {
    expect(protectCase('D$^3$GM with $N$ in $a + b$ and \\ensuremath{\\Delta}')).toBe(
      '{D$^3$GM} with {$N$} in $a + b$ and {{\\ensuremath{\\Delta}}}',
    )
  })

  it('keeps a formula with spaces whole', () => {
    expect(protectCase('Steps of $O(n \\log n)$ and \\(N + 1\\), \\$5')).toBe('Steps of {$O(n \\log n)$} and {{\\(N + 1\\)}}, \\$5')
  })

  it('protects word by word inside a command, and a word with a command as one', () => {
    expect(protectCase('On \\emph{Deep MedVLM Things}: \\textbf{D}yNamics')).toBe(
      'On \\emph{Deep {MedVLM} Things}: {{\\textbf{D}yNamics}}',
    )
  })

  it('leaves a title all in capitals alone', () => {
    expect(protectCase('DEEP LEARNING FOR X-RAYS')).toBe('DEEP LEARNING FOR X-RAYS')
  })

  it('splits words at dashes', () => {
    expect(protectCase('Learning—VLMs–and Others---MedSAM')).toBe('Learning—{VLMs}–and Others---{MedSAM}')
  })

  it('adds nothing but braces to any text, and keeps balanced text balanced', () => {
    const words = fc.constantFrom(
      'a',
      'Word',
      'ABC',
      'x1',
      '\\emph{',
      '}',
      '{',
      '$',
      '$N$',
      '\\{',
      '\\}',
      ' ',
      '(',
      ':',
      '\\',
      '\\&',
      '—',
    )
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join('')
        const kept = protectCase(text)
        expect(kept.replace(/[{}]/g, '')).toBe(text.replace(/[{}]/g, ''))
        if (depths(text).every((depth) => depth >= 0)) expect(depths(kept).at(-1)).toBe(depths(text).at(-1))
      }),
    )
  })
})

function depths(text: string): readonly number[] {
  let depth = 0
  return [0, ...[...text].map((character) => (depth += character === '{' ? 1 : character === '}' ? -1 : 0))]
}

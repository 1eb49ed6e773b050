import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transliterate } from './transliterate.ts'

describe('transliterate', () => {
  it('drops accents as BibTeX users do, without spelling umlauts out', () => {
    expect(transliterate('Müller, Quilodrán, Škoda, Đỗ')).toBe('muller, quilodran, skoda, do')
  })

  it('spells letters that have no accent to drop', () => {
    expect(transliterate('Straße Ærø Łódź Þór Œuvre Ħal')).toBe('strasse aero lodz thor oeuvre hal')
  })

  it('romanises Cyrillic and Greek', () => {
    expect(transliterate('Колмогоров Щукин Їжак')).toBe('kolmogorov shchukin yizhak')
    expect(transliterate('Παπαδόπουλος Ψαρρός')).toBe('papadopoulos psarros')
  })

  it('folds compatibility forms: ligatures, full-width and mathematical letters', () => {
    expect(transliterate('efﬁcient ＡＩ 𝐌ath x²')).toBe('efficient ai math x2')
  })

  it('leaves nothing of scripts that have no ASCII form', () => {
    expect(transliterate('深度学习 한국어 עברית')).toBe('  ')
  })

  it('answers lower-case ASCII for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\0-\x40\x5b-\x7f]*$/.test(transliterate(text))))
  })
})

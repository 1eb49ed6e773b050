/**
 * A finished .bib in ASCII as far as LaTeX has commands for its letters: `{\'{e}}`, in braces, so that BibTeX counts each as one
 * letter. Letters of other scripts stay as they are.
 */
import { formatAccents } from '../../db/model/latex-characters.ts'

const commands: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    Æ: 'AE',
    œ: 'oe',
    Œ: 'OE',
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'dj',
    Đ: 'DJ',
    ð: 'dh',
    Ð: 'DH',
    þ: 'th',
    Þ: 'TH',
    ı: 'i',
    '–': 'textendash',
    '—': 'textemdash',
    '‘': 'textquoteleft',
    '’': 'textquoteright',
    '“': 'textquotedblleft',
    '”': 'textquotedblright',
    '…': 'textellipsis',
    '§': 'S',
    '¿': 'textquestiondown',
    '¡': 'textexclamdown',
  }),
)

export function escapeLetters(bibtex: string): string {
  return bibtex.replace(/[\u0080-\u{10ffff}]\p{M}*/gu, (letter) => {
    const command = commands.get(letter)
    if (command !== undefined) return `{\\${command}}`
    const accented = formatAccents(letter.normalize('NFD'))
    return accented === null ? letter : `{${accented}}`
  })
}

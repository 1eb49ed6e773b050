/**
 * Text as lower-case ASCII, the way BibTeX users write keys: accents fall away (`ü` → `u`, not `ue`), letters that do not decompose,
 * Cyrillic and Greek go through a table (romanised as publishers do: BGN/PCGN and ELOT 743, simplified). Scripts that have no
 * letter-by-letter ASCII form, such as Chinese or Arabic, leave nothing. Characters that are neither letters nor digits stay if they are ASCII.
 */
export function transliterate(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  const composed = text.normalize('NFKC').toLowerCase().replaceAll('ου', 'ou').replaceAll('ού', 'ou')
  let ascii = ''
  for (const character of composed) ascii += transliterateCharacter(character)
  return ascii
}

const isAscii = /^[\0-\x7f]*$/

function transliterateCharacter(character: string): string {
  if (character <= '\u007f') return character
  const whole = romanLetters.get(character)
  if (whole !== undefined) return whole
  let ascii = ''
  for (const part of character.normalize('NFKD')) ascii += part <= '\u007f' ? part : (romanLetters.get(part) ?? '')
  return ascii
}

/** Each line pairs letters with their romanisations, both in order and separated by spaces; `-` leaves nothing. */
const romanisations: ReadonlyArray<readonly [letters: string, romans: string]> = [
  ['ß æ œ ø ł đ ð þ ħ ı ŋ ŧ ƒ ə ĸ', 'ss ae oe o l d d th h i n t f e k'],
  [
    'а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я',
    'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya',
  ],
  ['і ї є ґ ў ђ ћ ј љ њ џ', 'i yi ye g u d c j lj nj dz'],
  ['α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
]

const romanLetters: ReadonlyMap<string, string> = new Map(
  romanisations.flatMap(([letters, romans]) => {
    const spelled = romans.split(' ')
    return letters.split(' ').map((letter, index): [string, string] => [letter, (spelled[index] ?? '-').replace('-', '')])
  }),
)

/** Raised and lowered characters of Unicode, and the ordinary ones that they stand for. */

const raised = pairUp('0123456789+−-=()niT′*', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵀ′*')
const lowered = pairUp('0123456789+−-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')
/** For one or two letters, `xᵢⱼ`; whole words of them are hard to read. */
const loweredLetters = pairUp('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')
const ordinary = new Map([...raised, ...lowered, ...loweredLetters].map(([plain, script]) => [script, plain]))
const scriptPattern = /[⁰-⁹⁺-ⁿ₀-₎²³¹ⁱᵀₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]/gu

/** `-1` as `⁻¹`; null where Unicode lacks a raised character. */
export function raise(text: string): string | null {
  if (text === '∘' || text === '°') return '°'
  if (text === '†' || text === '‡' || text === '∗') return text
  return mapEach(text, raised)
}

/** `12` as `₁₂`; null where Unicode lacks a lowered character. */
export function lower(text: string): string | null {
  return mapEach(text, lowered) ?? (text.length <= 2 ? mapEach(text, loweredLetters) : null)
}

/** `D³GM` as `D3GM`: the same letters wherever they stand on the line. */
export function levelScripts(text: string): string {
  return text.replace(scriptPattern, (script) => ordinary.get(script) ?? script)
}

/** What a raised or lowered character is, or null for any other. */
export function scriptOf(character: string): { readonly raised: boolean; readonly text: string } | null {
  const text = ordinary.get(character)
  if (text === undefined || text === character) return null
  return { raised: raised.get(text) === character, text }
}

function mapEach(text: string, table: ReadonlyMap<string, string>): string | null {
  const mapped = [...text].map((character) => table.get(character))
  return text !== '' && mapped.every((character) => character !== undefined) ? mapped.join('') : null
}

function pairUp(plain: string, scripts: string): ReadonlyMap<string, string> {
  const targets = [...scripts]
  return new Map([...plain].map((character, index) => [character, targets[index] ?? character]))
}

/** The characters that HTML and XML write by name or number: `&eacute;`, `&#233;`, `&#xe9;`. What is none stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(entity, (whole, name: string) => {
    if (name.startsWith('#')) return decodeNumber(name.slice(1)) ?? whole
    return names.get(name) ?? readAccented(name) ?? names.get(name.toLowerCase()) ?? whole
  })
}

function readAccented(name: string): string | null {
  const accent = accents.get(name.slice(1))
  return accent === undefined ? null : `${name[0]}${accent}`.normalize('NFC')
}

function decodeNumber(number: string): string | null {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  const isText = (code > 31 && (code < 0xd800 || code > 0xdfff)) || code === 9 || code === 10 || code === 13
  return isText && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi
const names: ReadonlyMap<string, string> = new Map(
  'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 ndash:– mdash:— lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… copy:© reg:® middot:· bull:• times:× deg:° plusmn:± laquo:« raquo:» shy: ensp:\u2002 emsp:\u2003 thinsp:\u2009 zwnj: zwj: euro:€ pound:£ sect:§ para:¶ dagger:† Dagger:‡ szlig:ß aelig:æ AElig:Æ oslash:ø Oslash:Ø aring:å Aring:Å ccedil:ç Ccedil:Ç ntilde:ñ Ntilde:Ñ alpha:α beta:β gamma:γ delta:δ epsilon:ε lambda:λ mu:μ pi:π sigma:σ tau:τ omega:ω thorn:þ eth:ð oelig:œ OElig:Œ THORN:Þ ETH:Ð lstrok:ł Lstrok:Ł dstrok:đ Dstrok:Đ inodot:ı iexcl:¡ iquest:¿ ordf:ª ordm:º micro:µ sup1:¹ sup2:² sup3:³ frac12:½ frac14:¼ frac34:¾ zeta:ζ eta:η theta:θ iota:ι kappa:κ nu:ν xi:ξ rho:ρ phi:φ chi:χ psi:ψ Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Phi:Φ Psi:Ψ Omega:Ω le:≤ ge:≥ ne:≠ asymp:≈ minus:− infin:∞ rarr:→ larr:← prime:′ Prime:″ trade:™ sdot:⋅'
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
)
const accents: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['uml', '\u0308'],
  ['tilde', '\u0303'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
  ['dblac', '\u030b'],
  ['breve', '\u0306'],
  ['ogon', '\u0328'],
  ['macr', '\u0304'],
  ['ring', '\u030a'],
  ['dot', '\u0307'],
])

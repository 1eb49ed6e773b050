/*
 * Names that plain LaTeX with amsmath, amssymb, textcomp and textgreek gives to characters. Pairs are `name character`; where
 * several names share a character, the first is the one printed.
 */

const mathPairs = `
alpha α beta β gamma γ delta δ varepsilon ε epsilon ϵ zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ varphi φ phi ϕ chi χ psi ψ omega ω digamma ϝ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨
cap ∩ cup ∪ setminus ∖ sqcap ⊓ sqcup ⊔ uplus ⊎ amalg ⨿ dagger † ddagger ‡ wr ≀ diamond ⋄ ltimes ⋉ rtimes ⋊ bowtie ⋈
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐
prec ≺ succ ≻ preceq ⪯ succeq ⪰ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ triangleq ≜ models ⊨ vdash ⊢ dashv ⊣ perp ⟂
mid ∣ parallel ∥ nmid ∤ in ∈ ni ∋ notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒
leftarrow ← gets ← rightarrow → to → uparrow ↑ downarrow ↓ leftrightarrow ↔ updownarrow ↕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ iff ⟺
implies ⟹ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightleftharpoons ⇌ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ emptyset ∅ varnothing ∅ infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ
wp ℘ angle ∠ measuredangle ∡ triangle △ square □ blacksquare ■ Diamond ◇ lozenge ◊ bigstar ★ prime ′ backprime ‵ complement ∁
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ bigodot ⨀ bigsqcup ⨆ biguplus ⨄ iiint ∭
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ Vert ‖ vert | lVert ‖ rVert ‖ lvert | rvert | lbrace { rbrace } lbrack [ rbrack ]
ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ therefore ∴ because ∵ checkmark ✓ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠
flat ♭ natural ♮ sharp ♯ surd √ colon : backslash \\ imath ı jmath ȷ
`

const textPairs = `
ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ SS ẞ
textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave \` textquotesingle ' textquotedbl " textunderscore _ textdollar $
textbraceleft { textbraceright } textbar | textless < textgreater > textasteriskcentered * textpercent % textendash – textemdash —
textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » guillemetleft «
guillemetright » guilsinglleft ‹ guilsinglright › quotedblbase „ quotesinglbase ‚ textexclamdown ¡ textquestiondown ¿
textregistered ® texttrademark ™ copyright © textcopyright © textdegree ° textmu µ texttimes × textdiv ÷ textpm ± textminus −
textonehalf ½ textonequarter ¼ textthreequarters ¾ textperiodcentered · textbullet • textellipsis … ldots … dots … textdagger † dag †
textdaggerdbl ‡ ddag ‡ textsection § S § textparagraph ¶ P ¶ pounds £ textsterling £ euro € texteuro € textcent ¢ textyen ¥
textcelsius ℃ textohm Ω textnumero № textordfeminine ª textordmasculine º textleftarrow ← textrightarrow → textonesuperior ¹
texttwosuperior ² textthreesuperior ³ textperthousand ‰ textpertenthousand ‱ textbardbl ‖ textbrokenbar ¦ textcurrency ¤ textflorin ƒ
textreferencemark ※ textlnot ¬ textsurd √ textuparrow ↑ textdownarrow ↓ textopenbullet ◦ textestimated ℮ textmho ℧ textpeso ₱
textwon ₩ textnaira ₦ textlira ₤ textbaht ฿ textdong ₫ textvisiblespace ␣
textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textzeta ζ texteta η texttheta θ textiota ι textkappa κ textlambda λ
textmugreek μ textnu ν textxi ξ textomikron ο textpi π textrho ρ textsigma σ texttau τ textupsilon υ textphi φ textchi χ textpsi ψ
textomega ω textGamma Γ textDelta Δ textTheta Θ textLambda Λ textXi Ξ textPi Π textSigma Σ textUpsilon Υ textPhi Φ textPsi Ψ textOmega Ω
slash / LaTeX LaTeX TeX TeX BibTeX BibTeX LaTeXe LaTeX2e
`

const doubleStruck: ReadonlyMap<string, string> = new Map(readPairs('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ E 𝔼'))

/** Command name → character, in mathematics. */
export const mathSymbols: ReadonlyMap<string, string> = new Map([...readPairs(mathPairs), ['quad', '\u2003'], ['qquad', '\u2003']])
/** Command name → character, in running text. */
export const textSymbols: ReadonlyMap<string, string> = new Map(readPairs(textPairs))

/** Commands that only shape spacing or line breaks; what a reader sees in their place. */
export const spacingCommands: ReadonlyMap<string, string> = new Map([
  ...['quad', 'qquad', 'space', 'enspace', 'newline', 'par', 'linebreak'].map((name) => [name, ' '] as const),
  ...['noindent', 'xspace', 'protect', 'allowbreak', 'relax', 'null', 'sloppy'].map((name) => [name, ''] as const),
  ['nobreakspace', '\u00a0'],
  ['thinspace', '\u202f'],
])

/** Character → what prints it inside mathematics. */
const mathSources: ReadonlyMap<string, string> = new Map([
  ...[...doubleStruck].map(([letter, character]) => [character, `\\mathbb{${letter}}`] as const),
  ['−', '-'],
  ...[...mathSymbols].reverse().map(([name, character]) => [character, `\\${name}`] as const),
])

/** The TeX for a character in mathematics, or null where plain LaTeX has none. */
export function mathSourceOf(character: string): string | null {
  return character > '\u007f' && !/\s/.test(character) ? (mathSources.get(character) ?? null) : null
}

/** `\mathbb{R}` as the character ℝ; a letter without one stays as it is. */
export function doubleStruckOf(letter: string): string {
  return doubleStruck.get(letter) ?? letter
}

function readPairs(pairs: string): [string, string][] {
  const words = pairs.trim().split(/ |\n/)
  return words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? '']] : []))
}

/** The faces of nearly every text: nothing is drawn before they are there, for it would jump when they come. */
export async function loadFirstFonts(): Promise<void> {
  await Promise.allSettled([document.fonts.load('13px "Inter Variable"'), document.fonts.load('17px "Source Serif 4 Variable"')])
}

/** Other alphabets and KaTeX's signs, for texts that are opened later. */
export function loadOtherFonts(): void {
  for (const face of document.fonts) face.load().catch((error: unknown) => console.warn(error))
}

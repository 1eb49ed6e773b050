/** Styles in which references are formatted for a text, in the order in which they are offered. */
export const referenceStyles = [
  { id: 'apa', name: 'APA' },
  { id: 'ieee', name: 'IEEE' },
  { id: 'chicago', name: 'Chicago' },
  { id: 'nature', name: 'Nature' },
  { id: 'vancouver', name: 'Vancouver' },
] as const

export type ReferenceStyle = (typeof referenceStyles)[number]['id']

export const referenceStyleIds = referenceStyles.map(({ id }) => id)

/** A formatted text, with its emphasis and without. */
export type FormattedText = { readonly html: string; readonly text: string }

/** Each word typed begins a word of the text, in any order: `re p` finds "Paper: mark as read". */
export function matchesWords(text: string, typed: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u)
  return fold(typed)
    .split(/\s+/)
    .every((start) => start === '' || words.some((word) => word.startsWith(start)))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

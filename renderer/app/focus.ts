/** The search box, which a command and the list send the keyboard to. */
export const searchBox: { current: HTMLInputElement | null } = { current: null }

export function focusList(): void {
  document.getElementById('paper-grid')?.focus()
}

export function focusReader(): void {
  document.querySelector<HTMLElement>('article')?.focus()
}

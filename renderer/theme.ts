import { create } from 'zustand'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

const storageKey = 'octavo.theme'
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

/** The theme that the user chose; it is kept with the window, for it says nothing about the library. */
export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: storedTheme() }))

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  useTheme.setState({ theme })
  showTheme()
}

/** Shows the theme now, and follows the system when it changes. */
export function followTheme(): void {
  showTheme()
  prefersDark.addEventListener('change', showTheme)
}

function showTheme(): void {
  const { theme } = useTheme.getState()
  const shown = theme === 'system' ? (prefersDark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset.theme = shown
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === stored) ?? 'system'
}

import { expect, it } from 'vitest'
import { shortcutOf } from './shortcuts.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

it('writes a key press as the table of commands does', () => {
  expect(
    [
      { ...plain, key: 'j' },
      { ...plain, key: '?', shiftKey: true },
      { ...plain, key: 'z', ctrlKey: true, shiftKey: true },
      { ...plain, key: 'k', metaKey: true },
      { ...plain, key: 'ArrowUp', altKey: true },
      { ...plain, key: '1' },
    ].map(shortcutOf),
  ).toEqual(['J', '?', 'Ctrl+Shift+Z', 'Ctrl+K', 'Alt+ArrowUp', '1'])
})

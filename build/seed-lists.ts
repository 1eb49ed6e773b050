import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The paths of the five real lists, which lie beside the checkout; none where they do not. */
export function seedLists(): readonly string[] {
  return globSync(fileURLToPath(new URL('../../shared/seeds/*.txt', import.meta.url))).sort()
}

const hues = ['violet', 'teal', 'red', 'amber', 'green', 'blue'] as const

export type TagHue = (typeof hues)[number]

/** The same name has the same colour everywhere and always; a nested tag that of its topmost. FNV-1a over UTF-16 units. */
export function tagHue(name: string): TagHue {
  const top = name.split('/')[0] ?? name
  let hash = 0x811c9dc5
  for (let index = 0; index < top.length; index += 1) hash = Math.imul(hash ^ top.charCodeAt(index), 0x01000193)
  return hues[(hash >>> 0) % hues.length] ?? 'violet'
}

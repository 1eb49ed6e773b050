/**
 * The part of YAML 1.2 that a bibliography needs: mappings and lists in block style. Keys and texts are plain only where every reader
 * takes them for text; else they stand in double quotes, whose escapes are those of JSON.
 */
export type Yaml = string | number | boolean | readonly Yaml[] | YamlMapping

/** Members without a value are left out. */
export type YamlMapping = { readonly [key: string]: Yaml | undefined }

export function printYaml(mapping: YamlMapping, indent = ''): string {
  return Object.entries(mapping)
    .map(([key, value]) => (value === undefined ? '' : `${indent}${printText(key)}:${printValue(value, indent)}`))
    .join('')
}

function printValue(value: Yaml, indent: string): string {
  if (typeof value === 'string') return ` ${printText(value)}\n`
  if (typeof value !== 'object') return ` ${value}\n`
  if (isList(value)) return `\n${value.map((item) => printItem(item, `${indent}  `)).join('')}`
  return `\n${printYaml(value, `${indent}  `)}`
}

/** A mapping in a list begins on the line of its dash. */
function printItem(item: Yaml, indent: string): string {
  if (typeof item !== 'object' || isList(item)) return `${indent}-${printValue(item, indent)}`
  return `${indent}- ${printYaml(item, `${indent}  `).slice(indent.length + 2)}`
}

function isList(value: readonly Yaml[] | YamlMapping): value is readonly Yaml[] {
  return Array.isArray(value)
}

/** Words that YAML 1.1 or 1.2 read as something else, and whatever begins with a digit. */
const isPlain = /^(?!(?:true|false|yes|no|on|off|null|nan|y|n)$)\p{L}[\p{L}\p{M}\p{N} _./()'’–—-]*$/iu

function printText(text: string): string {
  return isPlain.test(text) && !/ $/.test(text)
    ? text
    : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

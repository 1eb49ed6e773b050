import type { MarkupStyle } from './scan-markup.ts'

/** What stands before and behind an argument. */
export type Signs = readonly [opening: string, closing: string]

/** Commands whose argument is text between signs. */
export const enclosures: ReadonlyMap<string, Signs> = new Map<string, Signs>([
  ...['enquote', 'mkbibquote', 'textquote', 'enquote*'].map((name): [string, Signs] => [name, ['“', '”']]),
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
  ...[
    'autocap',
    'mkbibacro',
    'uppercase',
    'MakeUppercase',
    'mathrm',
    'NoCaseChange',
    'nolinkurl',
    'path',
    'ul',
    'textln',
    'textos',
  ].map((name): [string, Signs] => [name, ['', '']]),
])
/** Commands for styles, beside those of inline markup. */
export const moreStyles: ReadonlyMap<string, MarkupStyle> = new Map([
  ['mkbibemph', 'emphasis'],
  ['mkbibitalic', 'emphasis'],
  ['mkbibbold', 'strong'],
  ['mkbibsuperscript', 'superscript'],
  ['sp', 'superscript'],
  ['sb', 'subscript'],
])
/** Commands that leave nothing, by how many arguments they take: they order, measure or name. */
export const silentArguments: ReadonlyMap<string, number> = new Map([
  ['noopsort', 1],
  ['hspace', 1],
  ['vspace', 1],
  ['hphantom', 1],
  ['phantom', 1],
  ['label', 1],
  ['hyphen', 0],
])

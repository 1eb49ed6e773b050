import { parseArgs } from 'node:util'
import { editableFields } from '../../db/model/field-value.ts'
import { UsageError } from './usage-error.ts'

type OptionType = { readonly type: 'string' | 'boolean' }

const text: OptionType = { type: 'string' }
const flag: OptionType = { type: 'boolean' }

/** Options of every command. */
const commonOptions = { library: text, json: flag, help: flag } as const

const pathOptions = { library: text, out: text, folder: text } as const

const fieldOptions = Object.fromEntries(editableFields.map((field) => [optionOf(field), text]))

/** Each command with its own options; the order is that of the help. */
export const commandOptions: { readonly [command: string]: Readonly<Record<string, OptionType>> } = {
  import: { 'dry-run': flag },
  list: { query: text, sort: text, limit: text },
  export: {
    format: text,
    query: text,
    out: text,
    sort: text,
    'no-abstracts': flag,
    'no-keywords': flag,
    notes: flag,
    'by-status': flag,
    'no-files': flag,
    'latex-escapes': flag,
    style: text,
  },
  cite: { format: text },
  set: {},
  add: fieldOptions,
  delete: { query: text },
  status: { query: text },
  tag: { query: text },
  note: {},
  'remove-list': {},
  undo: {},
  redo: {},
  history: {},
  lint: { fix: text },
  key: {},
  keys: { query: text, folder: text, 'dry-run': flag },
  check: {},
  backup: {},
  restore: { 'dry-run': flag },
}

export type CommandLine = {
  readonly command: string | null
  readonly positionals: readonly string[]
  readonly values: { readonly [option: string]: string | boolean | undefined }
}

/** `arxivId` is typed `--arxiv-id`. */
export function optionOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Throws UsageError with a sentence for anything that the command does not take. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const all = Object.assign({}, commonOptions, ...Object.values(commandOptions)) as Record<string, OptionType>
  const { joined, texts } = separateTexts(args, all)
  const { values, positionals } = parse(joined, all)
  const [command = null, ...rest] = positionals.map((each) =>
    each.startsWith('\0') ? (texts[Number(each.slice(1))] ?? each) : each,
  )
  const empty = Object.keys(values).find((name) => values[name] === '' && Object.hasOwn(pathOptions, name))
  if (empty !== undefined) throw new UsageError(`The option --${empty} needs a file’s name.`)
  if (command === null) return { command, positionals: rest, values }
  const own = Object.hasOwn(commandOptions, command) ? commandOptions[command] : undefined
  if (own === undefined)
    throw new UsageError(`There is no command “${command}”. The commands are ${Object.keys(commandOptions).join(', ')}.`)
  const foreign = Object.keys(values).find((name) => !Object.hasOwn(own, name) && !Object.hasOwn(commonOptions, name))
  if (foreign !== undefined) throw new UsageError(`The command ${command} has no option --${foreign}.`)
  return { command, positionals: rest, values }
}

/**
 * A value may begin with a dash (`--sort -year`), which `parseArgs` takes for an option unless it is joined; and so may a text
 * (`- a list item`, `-50`), which can be no option, being of several words or a number.
 */
function separateTexts(
  args: readonly string[],
  options: Readonly<Record<string, OptionType>>,
): { joined: string[]; texts: string[] } {
  const joined: string[] = []
  const texts: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const value = args[index + 1]
    if (arg === '--') return { joined: [...joined, ...args.slice(index)], texts }
    if (arg.startsWith('--') && options[arg.slice(2)]?.type === 'string' && value !== undefined) {
      joined.push(`${arg}=${value}`)
      index += 1
    } else if (/^-(?:\d|[^=]*\s)/.test(arg)) {
      joined.push(placeOf(texts.length))
      texts.push(arg)
    } else joined.push(arg)
  }
  return { joined, texts }
}

/** No argument of a program can hold a NUL. */
function placeOf(index: number): string {
  return `\0${index}`
}

function parse(args: string[], options: Record<string, OptionType>): Pick<CommandLine, 'values' | 'positionals'> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as CommandLine['values'], positionals }
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See octavo --help.`)
  }
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ReferenceStyle } from '../db/model/reference-styles.ts'
import type { Citeproc, ReferenceProcessor } from './formats/csl/format-references.ts'

/**
 * The styles and their locale are files of the CSL project, beside this one in the source and in the bundle, where it is an entry of its
 * own for that. citeproc takes a while to load, so that only who formats references does.
 */
const folder = join(import.meta.dirname, 'formats', 'styles')

const files: { readonly [Style in ReferenceStyle]: string } = {
  apa: 'apa.csl',
  ieee: 'ieee.csl',
  chicago: 'chicago-author-date.csl',
  nature: 'nature.csl',
  vancouver: 'vancouver.csl',
}

export function loadReferenceProcessor(style: ReferenceStyle): ReferenceProcessor {
  return {
    citeproc: createRequire(import.meta.url)('citeproc') as Citeproc,
    style: readFileSync(join(folder, files[style]), 'utf8'),
    locale: readFileSync(join(folder, 'locales-en-US.xml'), 'utf8'),
  }
}

import { keepExport, listKeptExports, recordExport, stopExport } from '../../db/queries/kept-exports.ts'
import { compareKeptExport } from '../compare-kept-export.ts'
import { writeKeptExport } from '../write-kept-export.ts'
import type { HandlersOf } from './contract.ts'

export const keptExportHandlers = {
  'keptExports:list': listKeptExports,
  'keptExports:keep': keepExport,
  'keptExports:stop': stopExport,
  'keptExports:record': recordExport,
  'keptExports:write': writeKeptExport,
  'keptExports:compare': compareKeptExport,
} satisfies HandlersOf<'keptExports'>

import { exportFormatOf } from '../../../db/model/export-formats.ts'
import type { KeptRequest } from '../../../db/model/kept-export.ts'
import type { View } from '../../../db/model/view.ts'

/** `BibTeX · tag:vlm in All papers`: what a kept file holds. */
export function describeKept({ format, search }: KeptRequest, nameView: (view: View) => string): string {
  const { view, query, sourceId } = search
  const place = sourceId === undefined ? nameView(view) : 'the papers of one list'
  const papers = query === '' ? place : `${query} in ${place}`
  return `${exportFormatOf(format)?.name ?? format} · ${papers}`
}

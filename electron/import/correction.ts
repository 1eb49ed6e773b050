import { z } from 'zod'

/** Places in the plan that is corrected: a source, and an entry of it. */
const source = z.int().nonnegative()
const entry = z.int().nonnegative()
const line = z.int().positive()
const target = z.union([z.object({ paperId: z.int().positive() }), z.object({ group: z.int() })])

/** What a person may say against a plan in the review. */
export const correctionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['exclude', 'include']), source, entry }),
  /** `accept`: it is that work; `refuse`: it is not. */
  z.object({ kind: z.enum(['accept', 'refuse']), source, entry, target }),
  z.object({
    kind: z.literal('role'),
    source,
    entry,
    lineStart: line,
    lineEnd: line,
    role: z.enum(['title', 'authors', 'abstract', 'nothing']),
  }),
  /** The entry ends before the line, where another one begins. */
  z.object({ kind: z.literal('split'), source, entry, line }),
  z.object({ kind: z.literal('join'), source, entry }),
  z.object({ kind: z.literal('layout'), source, layout: z.string() }),
  /** A line that was set aside comes in: into the entry below or above, or as one of its own. */
  z.object({
    kind: z.literal('useLeftover'),
    source,
    line,
    role: z.enum(['title', 'authors', 'abstract']),
    place: z.enum(['below', 'above', 'own']),
  }),
])

export type Correction = z.infer<typeof correctionSchema>

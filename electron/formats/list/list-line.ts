/** A line of a list that is not blank, ready to be read. */
export type ListLine = {
  /** Counted from 1 in the source, blank lines included. */
  readonly number: number
  /** As it stands in the source. */
  readonly source: string
  /** Without the space around it, and repaired where it was damaged. */
  readonly text: string
  readonly isRepaired: boolean
  /** Blank lines before it, beyond those that stand before every line of the source: double spacing says nothing. */
  readonly gap: number
}

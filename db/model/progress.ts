/** How far a long work is; it is told between steps short enough to be cancelled after. Without a unit only the bar is shown. */
export type Progress = {
  readonly what: string
  readonly done: number
  readonly total: number
  readonly unit?: 'lists' | 'entries' | 'papers'
}

/** Told between the steps of a long work; what it throws ends the work. */
export type OnProgress = (progress: Progress) => void

/** Everything that can go wrong with the user's world. Anything else is a bug and flies. */
export type ErrorCode =
  | 'bad-arguments'
  | 'not-found'
  | 'ambiguous'
  | 'unreadable-file'
  | 'binary-file'
  | 'unsupported-format'
  | 'empty-file'
  | 'too-large'
  | 'nothing-found'
  | 'newer-library'
  | 'not-a-library'
  | 'damaged-library'
  | 'library-busy'
  | 'cannot-write'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'plan-outdated'
  | 'cancelled'

/** Ends a command with a sentence that says what happened, to which file, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

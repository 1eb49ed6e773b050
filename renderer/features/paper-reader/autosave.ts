/** Text being typed leaves the window within 300 ms of each key: who types without a rest is saved on the way. */
const delay = 250

export type Autosave = {
  readonly type: (text: string) => void
  /** Saves now what was typed since the last save, and waits for all saves. */
  readonly flush: () => Promise<void>
}

/**
 * Saves go out in the order of typing, and none waits for an earlier one: where the library is busy, the text must have left the
 * window all the same.
 */
export function createAutosave(save: (text: string) => Promise<void>): Autosave {
  let unsaved: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<unknown> = Promise.resolve()

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (unsaved !== null) {
      saving = Promise.all([saving, save(unsaved)])
      unsaved = null
    }
    return saving.then(() => undefined)
  }

  return {
    type(text) {
      unsaved = text
      timer ??= setTimeout(() => void flush(), delay)
    },
    flush,
  }
}

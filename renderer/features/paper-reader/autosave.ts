/** Text being typed leaves the window within 300 ms of the last key. */
const delay = 250

export type Autosave = {
  readonly type: (text: string) => void
  /** Saves now what was typed since the last save, and waits for it. */
  readonly flush: () => Promise<void>
}

/** Saves one after the other, the newest text last: a save never overtakes an earlier one. */
export function createAutosave(save: (text: string) => Promise<void>): Autosave {
  let unsaved: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()

  function flush(): Promise<void> {
    clearTimeout(timer)
    saving = saving.then(async () => {
      if (unsaved === null) return
      const text = unsaved
      unsaved = null
      await save(text)
    })
    return saving
  }

  return {
    type(text) {
      unsaved = text
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), delay)
    },
    flush,
  }
}

/**
 * Puts questions one at a time: what is asked while another is on its way waits, and of those that wait only the newest is asked at
 * all. So a row of keys cannot line up questions in the reader whose answers nobody wants any more.
 */
export function createAsker(): (ask: () => Promise<void>) => void {
  let isAsking = false
  let next: (() => Promise<void>) | null = null

  async function askAll(first: () => Promise<void>): Promise<void> {
    isAsking = true
    for (let ask: typeof next = first; ask !== null; ) {
      next = null
      await ask()
      ask = next
    }
    isAsking = false
  }

  return (ask) => {
    if (isAsking) next = ask
    else void askAll(ask)
  }
}

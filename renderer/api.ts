import { AppError } from '../db/model/app-error.ts'
import type { Answer, ArgsOf, Bridge, CallName, EventName, Events, ValueOf } from '../electron/ipc/contract.ts'

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the page's own Window.
  interface Window {
    readonly bridge: Bridge
  }
}

/** Asks main, and throws again what it answers as a failure. The only user of `window.bridge` beside `subscribe`. */
export async function call<Name extends CallName>(name: Name, args: ArgsOf<Name>): Promise<ValueOf<Name>> {
  return (await callAnswer(name, args)).value
}

/** As `call`, with the revision of the library that the answer was read at, and the papers that a write touched. */
export async function callAnswer<Name extends CallName>(
  name: Name,
  args: ArgsOf<Name>,
): Promise<Answer<ValueOf<Name>> & { ok: true }> {
  const answer = (await window.bridge.call(name, args)) as Answer<ValueOf<Name>>
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.message)
  return answer
}

/** Tells every event of this name to the listener until the function it answers is called. */
export function subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
  return window.bridge.subscribe((told, payload) => {
    if (told === name) listener(payload as Events[Name])
  })
}

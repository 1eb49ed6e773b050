/**
 * An object of Electron's that the stand-in has in part: asking it for what it lacks throws by name, so that no test passes on an
 * API that is not there. Refers to nothing outside itself: it also travels into the page as text.
 */
export function strict<Api extends object>(name: string, api: Api): Api {
  // Asked of every object without being meant: by await, by JSON, by consoles and by matchers.
  const asked = ['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch', 'nodeType', '$$typeof']
  const check = (target: Api, key: string | symbol) => {
    if (typeof key === 'symbol' || key in target || asked.includes(key)) return
    throw new Error(`The stand-in for Electron has no ${name}.${key}.`)
  }
  return new Proxy(api, {
    get: (target, key, receiver) => {
      check(target, key)
      return Reflect.get(target, key, receiver)
    },
    set: (target, key, value) => {
      check(target, key)
      return Reflect.set(target, key, value)
    },
  })
}

/** Options are as strict as APIs: one that the stand-in does not know would be a promise that nobody keeps. */
export function refuseUnknownKeys(what: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new Error(`The stand-in for Electron has no option ${unknown} of ${what}.`)
}

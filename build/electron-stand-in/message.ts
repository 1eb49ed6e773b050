/**
 * What crosses between main and page is cloned as in Electron, so that functions, DOM nodes and prototypes do not get through.
 * The binding that carries it can do less than structured clone: what it would lose silently is refused by name.
 */
export function cloneMessage<Value>(value: Value): Value {
  const cloned = structuredClone(value)
  refuseUncarried(cloned, new Set())
  return cloned
}

const carried = new Set(['Object', 'Array', 'Date', 'RegExp', 'Error', 'ArrayBuffer'])

function refuseUncarried(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) return
  seen.add(value)
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object'
  if (!carried.has(name)) throw new Error(`The stand-in for Electron cannot carry a ${name} between main and page.`)
  if (name !== 'Object' && name !== 'Array') return
  for (const part of Object.values(value)) refuseUncarried(part, seen)
}

const mostRemembered = 10_000

/** A function that keeps its last answers, for values that come again and again: names, journals, dates. */
export function remember<Value>(find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    let value = known.get(text)
    if (value !== undefined) return value
    value = find(text)
    if (known.size >= mostRemembered) known.clear()
    known.set(text, value)
    return value
  }
}

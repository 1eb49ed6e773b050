/** Work on a whole source, which may be broken off at each yield. */
export type InSteps<Value> = Generator<undefined, Value>

const itemsAtOnce = 250

export function* mapInSteps<Item, Value>(
  items: readonly Item[],
  map: (item: Item, index: number) => Value,
): InSteps<readonly Value[]> {
  const values: Value[] = []
  for (const [index, item] of items.entries()) {
    if (index % itemsAtOnce === 0) yield
    values.push(map(item, index))
  }
  return values
}

export function* filterInSteps<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): InSteps<readonly Item[]> {
  const wanted = yield* mapInSteps(items, isWanted)
  return items.filter((_, index) => wanted[index])
}

export function inOneGo<Value>(steps: InSteps<Value>): Value {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

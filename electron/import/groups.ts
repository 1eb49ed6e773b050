/** Connected groups of numbered things: union-find with path halving; the least member of a group is its root. */
export type Groups = {
  readonly add: (node: number) => void
  readonly find: (node: number) => number
  readonly join: (a: number, b: number) => void
  /** Each group with its members, by root. */
  readonly all: () => ReadonlyMap<number, readonly number[]>
}

export function createGroups(): Groups {
  const parents = new Map<number, number>()
  function find(node: number): number {
    let current = node
    for (let parent = parents.get(current) ?? current; parent !== current; parent = parents.get(current) ?? current) {
      const grandparent = parents.get(parent) ?? parent
      parents.set(current, grandparent)
      current = grandparent
    }
    return current
  }
  function add(node: number): void {
    if (!parents.has(node)) parents.set(node, node)
  }
  function join(a: number, b: number): void {
    add(a)
    add(b)
    const [low, high] = [find(a), find(b)].sort((left, right) => left - right) as [number, number]
    parents.set(high, low)
  }
  return { add, find, join, all: () => Map.groupBy(parents.keys(), find) }
}

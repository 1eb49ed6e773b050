/** Lists lie in the same folder more often than not: what tells them apart is the end of their path. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}

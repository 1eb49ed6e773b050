import { describe, expect, it } from 'vitest'
import { type InlineNode, readInlineMarkup } from './inline-markup.ts'

const tag = (node: InlineNode): string => {
  if (node.kind === 'text') return node.text
  return 'children' in node ? `<${node.kind}>${node.children.map(tag).join('')}</>` : ''
}

describe('stars', () => {
  it.each([
    ['*a* **b** ***c***', '<emphasis>a</> <strong>b</> <emphasis><strong>c</></>'],
    ['**a *b* c**', '<strong>a <emphasis>b</> c</>'],
    ['**D**eep', '<strong>D</>eep'],
    ['*G*lobal', '<emphasis>G</>lobal'],
    ['a * b * c', 'a * b * c'],
    ['2*3*4 and A* x A*', '2*3*4 and A* x A*'],
    ['**a', '**a'],
    ['*a **b*', '*a *<emphasis>b</>'],
    ['\\*a\\* and ****', '*a* and ****'],
    ['\\textbf{*a} b*', '<strong>*a</> b*'],
    ['(*a*), “*b*”', '(<emphasis>a</>), “<emphasis>b</>”'],
  ])('%s', (source, expected) => {
    expect(readInlineMarkup(source).map(tag).join('')).toBe(expected)
  })
})

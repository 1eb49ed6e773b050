import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { type InlineNode, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { Formula } from './formula.tsx'
import styles from './paper-text.module.css'

/** Text as it came from a list, with its markup and mathematics set. */
export function InlineText({ text }: { readonly text: string }) {
  const nodes = useMemo(() => readInlineMarkup(text), [text])
  return <>{toElements(nodes)}</>
}

const elements = { strong: 'strong', emphasis: 'em', superscript: 'sup', subscript: 'sub' } as const

function toElements(nodes: readonly InlineNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes.map(toElement))
}

function toElement(node: InlineNode): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'command':
      return <code className={styles.command}>{node.source}</code>
    case 'math':
      return <Formula tex={node.tex} />
    default:
      return createElement(elements[node.kind], null, toElements(node.children))
  }
}

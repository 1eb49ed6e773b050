import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { type InlineNode, printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { Formula } from './formula.tsx'
import styles from './paper-text.module.css'

/** A formula takes about a millisecond to set: beyond these, all of a text are printed as in the list, so that it opens at once. */
const mostFormulas = 200

/** Text as it came from a list, with its markup and mathematics set. */
export function InlineText({ text }: { readonly text: string }) {
  const nodes = useMemo(() => readInlineMarkup(text), [text])
  return <>{toElements(nodes, countFormulas(nodes) <= mostFormulas)}</>
}

function countFormulas(nodes: readonly InlineNode[]): number {
  return nodes.reduce(
    (count, node) => count + ('children' in node ? countFormulas(node.children) : Number(node.kind === 'math')),
    0,
  )
}

const elements = {
  strong: 'strong',
  emphasis: 'em',
  superscript: 'sup',
  subscript: 'sub',
  smallcaps: 'span',
  code: 'code',
} as const

/** Beside what the browser gives the element. */
const looks: { readonly [kind: string]: { readonly className: string | undefined } } = {
  smallcaps: { className: styles.smallcaps },
}

function toElements(nodes: readonly InlineNode[], isMathSet: boolean): ReactNode {
  return createElement(Fragment, null, ...nodes.map((node) => toElement(node, isMathSet)))
}

function toElement(node: InlineNode, isMathSet: boolean): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'command':
      return <code className={styles.command}>{node.source}</code>
    case 'math':
      return isMathSet ? <Formula tex={node.tex} /> : printPlain([node])
    default:
      return createElement(elements[node.kind], looks[node.kind], toElements(node.children, isMathSet))
  }
}

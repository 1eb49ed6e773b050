/**
 * As much of XML 1.0 as a file of records needs: elements, attributes, text with entities, CDATA; comments, instructions and declarations
 * are passed over. It reads any text in one pass: an end tag closes the innermost element of its name and all that is in it, one
 * without a beginning is passed over, what is never closed ends with the text.
 */
import { decodeEntities } from '../../../db/model/html-entities.ts'

export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** Offsets in the text, the second behind the end tag. */
  readonly start: number
  readonly end: number
}

type OpenElement = { -readonly [Part in keyof XmlElement]: XmlElement[Part] } & { readonly children: (XmlElement | string)[] }

const token =
  /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>?|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g

/** EndNote nests six deep; what is deeper is read as if it were side by side. */
const deepest = 50

/** A root around the elements of a text, and whether they were all closed. */
export function scanXml(text: string): { readonly root: XmlElement; readonly isWellFormed: boolean } {
  const root: OpenElement = { name: '', attributes: {}, children: [], start: 0, end: text.length }
  const open = [root]
  let isWellFormed = true
  for (const { 0: source, 1: cdata, 2: slash, 3: name, 4: attributes = '', 5: selfClosing, index } of text.matchAll(token)) {
    const parent = open.at(-1) ?? root
    if (cdata !== undefined) parent.children.push(cdata)
    else if (name === undefined && !/^<[?!]/.test(source)) parent.children.push(decodeEntities(source))
    else if (name !== undefined && slash === '') {
      const element: OpenElement = {
        name,
        attributes: readAttributes(attributes),
        children: [],
        start: index,
        end: index + source.length,
      }
      parent.children.push(element)
      if (selfClosing === '' && open.length < deepest) open.push(element)
    } else if (name !== undefined && !closeElement(open, name, index + source.length)) isWellFormed = false
  }
  return { root, isWellFormed: isWellFormed && open.length === 1 }
}

/** Tells whether it was the innermost element that closed. */
function closeElement(open: OpenElement[], name: string, end: number): boolean {
  const at = open.findLastIndex((element) => element.name === name)
  if (at < 1) return false
  const inside = open.splice(at)
  for (const element of inside) element.end = end
  return inside.length === 1
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, decodeEntities(double ?? single ?? '')]))
}

/** The first element down a path of names. */
export function findElement(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (from, name) => from?.children.find((child) => isElement(child, name)) as XmlElement,
    element,
  )
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? []
}

function isElement(child: XmlElement | string, name: string): child is XmlElement {
  return typeof child !== 'string' && child.name === name
}

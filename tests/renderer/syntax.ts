import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** A node of the syntax tree. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

export const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

export const isFunction = ({ type }: Node): boolean =>
  /^(ArrowFunction|Function)(Expression|Declaration)$/.test(type)

export const nameOf = (node: unknown): string =>
  isNode(node) && /^(JSX)?Identifier$/.test(node.type) ? String(node['name']) : ''
export const textOf = (node: unknown): string =>
  isNode(node) && node.type === 'Literal' ? String(node['value']) : ''

/** The node and all below it. */
export const allOf = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(allOf)]

export const treeOf = (source: string, file = 'a.tsx'): Node =>
  parseSync(file, source).program as unknown as Node

/** The files of the window, as text. */
export const windowFiles = (): readonly { readonly file: string; readonly source: string }[] =>
  globSync('src/renderer/**/*.{ts,tsx}').map((file) => ({ file, source: readFileSync(file, 'utf8') }))

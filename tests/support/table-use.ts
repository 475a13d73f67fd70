import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'

/** The tables that questions to a shop file read and change, as Kysely asks them. */
export class TableUse implements KyselyPlugin {
  readonly read = new Set<string>()
  readonly changed = new Set<string>()

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.#look(node)
    return node
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result)
  }

  #look(node: OperationNode | undefined, isTarget = false): void {
    if (!node || typeof node !== 'object') return
    if (node.kind === 'RawNode')
      for (const text of (node as unknown as { sqlFragments: readonly string[] }).sqlFragments)
        this.#sql(text)
    if (node.kind === 'TableNode') {
      const { identifier } = (node as unknown as { table: { identifier: { name: string } } }).table
      ;(isTarget ? this.changed : this.read).add(identifier.name)
    }
    const target = { InsertQueryNode: 'into', UpdateQueryNode: 'table', DeleteQueryNode: 'from' }[
      node.kind as string
    ]
    for (const [key, child] of Object.entries(node)) {
      const isChanged = isTarget || key === target
      if (Array.isArray(child)) for (const one of child) this.#look(one as OperationNode, isChanged)
      else if (child !== null && typeof child === 'object' && 'kind' in child)
        this.#look(child as OperationNode, isChanged)
    }
  }

  #sql(text: string): void {
    for (const [, table] of text.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)/g)) this.read.add(table!)
    for (const [, table] of text.matchAll(/\b(?:INTO|UPDATE|DELETE FROM)\s+"?(\w+)/g))
      this.changed.add(table!)
  }
}

import type { TestShop } from './shop.ts'

/** A statement that ran and the steps of its query plan. */
export interface Planned {
  readonly sql: string
  readonly steps: readonly string[]
}

/** Every statement that Kysely reads with from now on, as it comes, with its plan. */
export function hearPlans({ shop: { reader, connection } }: TestShop): Planned[] {
  const heard: Planned[] = []
  const executor = reader.getExecutor()
  const compile = executor.compileQuery.bind(executor)
  executor.compileQuery = (node, id) => {
    const query = compile(node, id)
    const steps = connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`)
      .all(query.parameters)
    heard.push({ sql: query.sql, steps: steps.map(({ detail }) => detail) })
    return query
  }
  return heard
}

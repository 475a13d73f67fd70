import { customerImport } from './customers/import.ts'
import { visitImport } from './customers/visit-import.ts'
import type { ImportWhat } from './feature-calls.ts'
import type { ImportKind } from './import/kind.ts'
import { promiseImport } from './promises/import.ts'
import { productImport } from './stock/import.ts'

/** The lists that can be read from files; the compiler sees that none is missing. */
export const imports: { readonly [What in ImportWhat]: ImportKind } = {
  customers: customerImport,
  products: productImport,
  promises: promiseImport,
  visits: visitImport,
}

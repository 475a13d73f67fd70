import type { stockCalls } from '../core/stock/calls.ts'
import { act } from './stock/act.ts'
import { addBatch } from './stock/add-batch.ts'
import { correctBatch } from './stock/correct-batch.ts'
import { expiring } from './stock/expiring.ts'
import { importProducts } from './stock/import-products.ts'
import { product, products, saveProduct } from './stock/products.ts'
import type { HandlersOf } from './store/context.ts'

export const stock: HandlersOf<typeof stockCalls> = {
  'stock.importProducts': importProducts,
  'stock.saveProduct': saveProduct,
  'stock.products': products,
  'stock.product': product,
  'stock.addBatch': addBatch,
  'stock.correctBatch': correctBatch,
  'stock.expiring': expiring,
  'stock.act': act,
}

import type { stockCalls } from '../../core/stock/calls.ts'
import { act } from './act.ts'
import { addBatch } from './add-batch.ts'
import { correctBatch } from './correct-batch.ts'
import { expiring } from './expiring.ts'
import { importProducts } from './import.ts'
import { product, products, saveProduct } from './products.ts'
import type { HandlersOf } from '../store/context.ts'

export const stock: HandlersOf<typeof stockCalls, 'stock.importProducts' | 'stock.saveRefused'> = {
  'stock.importProducts': importProducts,
  'stock.saveRefused': importProducts.saveRefused,
  'stock.saveProduct': saveProduct,
  'stock.products': products,
  'stock.product': product,
  'stock.addBatch': addBatch,
  'stock.correctBatch': correctBatch,
  'stock.expiring': expiring,
  'stock.act': act,
}

/** What other features may ask of the stock. */
export { batchesNamed, productsNamed } from './about.ts'
export { act } from './act.ts'
export { addBatch } from './add-batch.ts'
export { importProducts } from './import.ts'
export { leavingBy } from './leaving.ts'
export { priceOnFile, pricesOnFile } from './prices.ts'
export { everyProduct, saveProduct } from './products.ts'
export { stockToday } from './today.ts'

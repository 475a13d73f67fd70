import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, testShop } from '../../support/shop.ts'

/** What is on file after a file of these lines, by name, with what was said. */
async function imported(...lines: readonly string[]) {
  const t = await testShop()
  const path = join(temporaryFolder(), 'products.csv')
  writeFileSync(path, lines.join('\n'))
  const { errors } = await t.call('stock.importProducts', { path, commit: true })
  const { rows } = await t.call('stock.products', { limit: 50 })
  return {
    said: errors.map(({ line, message }) => `${line}: ${message}`),
    products: rows.map(({ name, gtin, category, supplier, priceMills, inStock }) =>
      [name, gtin, category, supplier, priceMills, inStock].join('|'),
    ),
  }
}

const loyverse = (...shops: readonly string[]): string =>
  [
    'Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 value,Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track stock',
    ...shops.flatMap((shop) =>
      ['Available for sale', 'Price', 'In stock', 'Low stock'].map((what) => `${what} [${shop}]`),
    ),
  ].join(',')

test('Loyverse: price and stock of the one shop, each variant by its own name', async () => {
  expect(
    await imported(
      loyverse('Corner'),
      'soap,1001,Soap,Care,,N,Scent,Rose,,,,,1.00,4006381000024,,,Y,Y,3.00,5,',
      'soap,1002,,,,,,Lemon,,,,,1.00,4006381000031,,,Y,Y,3.50,6,',
      'tea,1003,Tea,Drinks,,N,,,,,,,1.00,,,,Y,Y,variable,2,',
    ),
  ).toEqual({
    said: ['4: “variable” is not a price. No price was taken from this line.'],
    products: [
      'Soap (Lemon)|4006381000031|Care||3500|6',
      'Soap (Rose)|4006381000024|Care||3000|5',
      'Tea||Drinks|||2',
    ],
  })
})

test('Loyverse with two shops: neither is taken unsaid', async () => {
  const { said, products } = await imported(
    loyverse('Corner', 'Mall'),
    'tea,1003,Tea,Drinks,,N,,,,,,,1.00,,,,Y,Y,1.00,2,,Y,2.00,7,',
  )
  expect(said).toEqual([
    '1: “Price [Corner]”, “Price [Mall]” are of several shops; none was read. Choose the one of this shop.',
    '1: “In stock [Corner]”, “In stock [Mall]” are of several shops; none was read. Choose the one of this shop.',
  ])
  expect(products).toEqual(['Tea||Drinks|||0'])
})

test('Shopify: variants with their codes, a line with nothing but a picture is none', async () => {
  expect(
    await imported(
      'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Status',
      "soap,Soap,,Acme,Care,,true,Scent,Rose,Size,S,,,R1,10,shopify,5,deny,manual,3.00,,true,true,'4006381000024,a.jpg,1,active",
      "soap,,,,,,,,Lemon,,S,,,L1,10,shopify,6,deny,manual,3.50,,true,true,'4006381000031,,,",
      'soap,,,,,,,,,,,,,,,,,,,,,,,,b.jpg,2,',
      'mug,Mug,,Acme,Home,,true,Title,Default Title,,,,,,10,shopify,4,deny,manual,7.00,,true,true,,,,active',
    ),
  ).toEqual({
    said: ['4: This line has neither a name nor a code and was left out.'],
    products: [
      'Mug||Home|Acme|7000|4',
      'Soap (Lemon, S)|4006381000031|Care|Acme|3500|6',
      'Soap (Rose, S)|4006381000024|Care|Acme|3000|5',
    ],
  })
})

test('Square: variations of one price are several, with the stock of the shop', async () => {
  expect(
    await imported(
      'Token,Item Name,Customer-facing Name,Variation Name,Unit and Precision,SKU,Description,Categories,Reporting Category,GTIN,Item Type,Price,Archived,Option Name 1,Option Value 1,Default Vendor Name,Current Quantity Corner,New Quantity Corner,Stock Alert Enabled Corner',
      'A,Soap,,Rose,,,,Care,,,,3.00,N,Scent,Rose,Acme,5,,N',
      'B,Soap,,Lemon,,,,Care,,,,3.00,N,Scent,Lemon,Acme,5,,N',
      'C,Bread,,Regular,,,,Food,,4006381000024,,2.00,N,,,,1,,N',
    ),
  ).toEqual({
    said: [],
    products: [
      'Bread|4006381000024|Food||2000|1',
      'Soap (Lemon)||Care|Acme|3000|5',
      'Soap (Rose)||Care|Acme|3000|5',
    ],
  })
})

test('WooCommerce: the stock is the number, not whether there is any', async () => {
  expect(
    await imported(
      'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,"In stock?",Stock,"Sale price","Regular price",Categories,Brands',
      '7,simple,S1,4006381000024,Soap,1,1,12,,3.00,Care,Acme',
    ),
  ).toEqual({ said: [], products: ['Soap|4006381000024|Care|Acme|3000|12'] })
})

test('Lightspeed X: the stock of the one outlet', async () => {
  expect(
    await imported(
      'id,handle,sku,name,product classification,variant_option_one_name,variant_option_one_value,product_category,brand_name,supplier_name_1,EAN,retail_price,inventory_Main,average_cost_Main,reorder_point_Main',
      '7,soap,S1,Soap,,Scent,Rose,Care,Brand,Acme,4006381000024,3.00,12,1.00,2',
    ),
  ).toEqual({ said: [], products: ['Soap (Rose)|4006381000024|Care|Acme|3000|12'] })
})

test('“Code” is the barcode where most of its cells are, else the number', async () => {
  const coded = await imported('Name,Code,Price', 'Ham,4006381000024,9.90', 'Bun,,1.00')
  expect(coded.products).toEqual(['Bun||||1000|0', 'Ham|4006381000024|||9900|0'])
  expect(await imported('Name,Code,Price', 'Ham,12,9.90')).toEqual({ said: [], products: ['Ham||||9900|0'] })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { notACode } from '../../../src/core/stock/gtin.ts'
import {
  guessProductMapping,
  productFields,
  readProductLine,
  type Marks,
} from '../../../src/core/stock/product-file.ts'
import { matchProducts, type KnownProduct } from '../../../src/core/stock/product-match.ts'
import { productMemory } from '../../../src/core/stock/product-memory.ts'
import { spokenProducts } from '../../../src/core/stock/spoken-products.ts'
import { guessMapping } from '../../../src/core/import/mapping.ts'

const line = (cells: Partial<Record<string, string>>, marks: Marks = {}) =>
  readProductLine((field) => cells[field] ?? '', marks)

test('headers of several languages are known', () => {
  const guesses = [
    ['Artikelnummer', 'Bezeichnung', 'EAN', 'Warengruppe', 'Einheit', 'VK', 'Bestand', 'Regal', 'Lieferant'],
    ['SKU', 'Item name', 'Barcode', 'Category', 'Price', 'Quantity on hand', 'Vendor'],
    ['Nom', 'Code barres', 'Prix', 'Fournisseur'],
    ['supplier_id', 'product_name'],
  ].map((header) => guessMapping(header, productFields))
  expect(guesses).toEqual([
    {
      sourceId: 'Artikelnummer',
      name: 'Bezeichnung',
      gtin: 'EAN',
      category: 'Warengruppe',
      unit: 'Einheit',
      price: 'VK',
      inStock: 'Bestand',
      shelf: 'Regal',
      supplier: 'Lieferant',
    },
    {
      sourceId: 'SKU',
      name: 'Item name',
      gtin: 'Barcode',
      category: 'Category',
      price: 'Price',
      inStock: 'Quantity on hand',
      supplier: 'Vendor',
    },
    { name: 'Nom', gtin: 'Code barres', price: 'Prix', supplier: 'Fournisseur' },
    { name: 'product_name' },
  ])
})

test('the usual headers of French, German, Spanish, Italian and Dutch lists are known; what has no field is not read', () => {
  const guesses = [
    'Code barre;Désignation;Famille;PV TTC;PA HT;Qté en stock;DLC;Fournisseur',
    'Référence;Libellé;Gencod;Prix d’achat HT;Prix de vente TTC;Stock actuel;Unité de vente;Emplacement',
    'Code article;Article;Désignation;Prix TTC;Quantité;Marque;Conditionnement;Date de péremption',
    'EAN-Nummer;Artikel-Nr.;Produktbezeichnung;Artikelgruppe;EK netto;VK brutto;Istbestand;MHD;Lagerort',
    'Referencia;Descripción;Código de barras;Familia;Precio de compra;PVP;Stock actual;Fecha de caducidad;Ubicación',
    'Codice articolo;Descrizione;Codice a barre;Reparto;Prezzo di acquisto;Prezzo di vendita;Giacenza;Scadenza;U.M.',
    'Artikelcode;Omschrijving;Streepjescode;Productgroep;Inkoopprijs;Verkoopprijs;Voorraad;THT;Leverancier',
  ].map((header) => guessProductMapping(header.split(';'), () => []))
  expect(guesses).toEqual([
    {
      gtin: 'Code barre',
      name: 'Désignation',
      category: 'Famille',
      price: 'PV TTC',
      inStock: 'Qté en stock',
      supplier: 'Fournisseur',
    },
    {
      sourceId: 'Référence',
      name: 'Libellé',
      gtin: 'Gencod',
      price: 'Prix de vente TTC',
      inStock: 'Stock actuel',
      unit: 'Unité de vente',
      shelf: 'Emplacement',
    },
    {
      sourceId: 'Code article',
      name: 'Désignation',
      price: 'Prix TTC',
      inStock: 'Quantité',
      supplier: 'Marque',
      unit: 'Conditionnement',
    },
    {
      gtin: 'EAN-Nummer',
      sourceId: 'Artikel-Nr.',
      name: 'Produktbezeichnung',
      category: 'Artikelgruppe',
      price: 'VK brutto',
      inStock: 'Istbestand',
      shelf: 'Lagerort',
    },
    {
      sourceId: 'Referencia',
      name: 'Descripción',
      gtin: 'Código de barras',
      category: 'Familia',
      price: 'PVP',
      inStock: 'Stock actual',
      shelf: 'Ubicación',
    },
    {
      sourceId: 'Codice articolo',
      name: 'Descrizione',
      gtin: 'Codice a barre',
      category: 'Reparto',
      price: 'Prezzo di vendita',
      inStock: 'Giacenza',
      unit: 'U.M.',
    },
    {
      sourceId: 'Artikelcode',
      name: 'Omschrijving',
      gtin: 'Streepjescode',
      category: 'Productgroep',
      price: 'Verkoopprijs',
      inStock: 'Voorraad',
      supplier: 'Leverancier',
    },
  ])
})

test('a price finer than a hundredth is rounded, and said', () => {
  expect(line({ name: 'Oil', price: '1,299' }, { price: ',' })).toMatchObject({
    product: { priceMills: 1300 },
    messages: ['The price “1,299” was rounded to 1.30.'],
  })
  expect(line({ name: 'Oil', price: '1.2900' }, { price: '.' })).toMatchObject({
    product: { priceMills: 1290 },
    messages: [],
  })
})

test('a line is kept as far as it can be read, whatever its cells hold', () => {
  const fields = Object.fromEntries(productFields.map(({ name }) => [name, fc.string({ unit: 'grapheme' })]))
  fc.assert(
    fc.property(fc.record(fields), (cells) => {
      const { product, messages } = line(cells)
      for (const message of messages) expect(message).toMatch(/\.$/)
      const noCode = notACode(cells['gtin']!)
      if (!product) {
        const told = 'This line has neither a name nor a code and was left out.'
        expect(messages).toEqual([noCode ? `${noCode} ${told}` : told])
        return
      }
      expect(product.name).toBe(cells['name']!.trim())
      expect(product.gtin).toBe(noCode ? '' : cells['gtin']!.trim())
      if (noCode) expect(messages).toContain(`${noCode} The product was kept without one.`)
      if (product.priceMills !== null) expect(Number.isSafeInteger(product.priceMills)).toBe(true)
    }),
    { numRuns: process.env['WELLKEPT_DEEP'] ? 4000 : 200 },
  )
})

test('a cell too long for anybody is cut, and that is told', () => {
  expect(line({ name: 'x'.repeat(600) })).toEqual({
    product: {
      name: 'x'.repeat(500),
      gtin: '',
      gtinValid: true,
      sourceId: '',
      category: '',
      shelf: '',
      supplier: '',
      unit: '',
      priceMills: null,
      leadDays: null,
      inStock: null,
    },
    messages: ['The name is longer than 500 characters and was cut.'],
  })
})

const said = {
  name: '',
  gtin: '',
  sourceId: '',
  category: '',
  shelf: '',
  supplier: '',
  unit: '',
  priceMills: null,
  leadDays: 0,
}

const onFile = (product: Partial<KnownProduct>): KnownProduct => ({
  ...said,
  memory: productMemory.none,
  ...product,
})

/** Which of the known products a file of one line means. */
function finder(known: readonly KnownProduct[]) {
  return (name: string, gtin = '', sourceId = '') => {
    const line = { ...said, name, gtin, gtinValid: true, sourceId, leadDays: null, inStock: null }
    return [...matchProducts(known, spokenProducts([line])).matched.values()][0]
  }
}

test('a line means the product of its GTIN, else the one of its name with its number, else the only one of its name', () => {
  const pens = onFile({ name: 'Pens', gtin: '4006381333931', sourceId: '1' })
  const gum = onFile({ name: 'Gum', sourceId: '2' })
  const tea = onFile({ name: 'Tea' })
  const tea2 = onFile({ name: 'Tea', gtin: '20407285' })
  const find = finder([pens, gum, tea, tea2])
  expect(find('Anything', '04006381333931')).toBe(pens)
  expect(find('Chewing gum', '', '2')).toBe(undefined)
  expect(find('Gum', '', '2')).toBe(gum)
  expect(find('gúm')).toBe(gum)
  expect(find('Gum', '96385074')).toBe(gum)
  expect(find('Ink', '96385074', '1')).toBe(undefined)
  expect(find('Pens', '96385074', '1')).toBe(pens)
  expect(find('Pens', '96385074')).toBe(undefined)
  expect(find('Gum', '', '7')).toBe(undefined)
  expect(find('Tea')).toBe(tea)
})

test('a code of the house is no identity without the name, and what the owner corrected is still found', () => {
  const chai = onFile({ name: 'Chai', gtin: '12345', sourceId: '1' })
  const milk = onFile({
    name: 'Whole milk',
    gtin: '4006381333931',
    memory: { ...productMemory.none, earlier: { name: ['Milk'], gtin: ['96385074'] } },
  })
  const find = finder([chai, milk])
  expect([find('Chai', '12345'), find('Hammer', '12345'), find('Hammer', '', '1')]).toEqual([
    chai,
    undefined,
    undefined,
  ])
  expect([find('Milk'), find('Anything', '96385074'), find('Whole milk')]).toEqual([milk, milk, milk])
})

test('a stock finer than thousandths is rounded, and that is said', () => {
  const fine = line({ name: 'Saffron', inStock: '2,33333' }, { inStock: ',' })
  expect([fine.product!.inStock, fine.messages]).toEqual([
    2.333,
    ['The quantity “2,33333” was rounded to 2.333, as thousandths are the finest.'],
  ])
  expect(line({ name: 'Saffron', inStock: '0,125' }, { inStock: ',' }).messages).toEqual([])
})

/** How long each text of a product may be, typed or imported. */
export const longestOfProduct = {
  name: 500,
  gtin: 50,
  category: 200,
  shelf: 200,
  supplier: 200,
  unit: 200,
} as const

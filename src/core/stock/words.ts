/** A quantity as people write it: at most three decimals, none when whole. */
export const quantityWords = (quantity: number): string => String(Math.round(quantity * 1000) / 1000)

/** A quantity with its unit: "12", "1.5 kg", "39 × 10 boxes x 20 bags". */
export function amountWords(quantity: number, unit: string): string {
  const number = quantityWords(quantity)
  if (unit === '') return number
  return /^\d/.test(unit) ? `${number} × ${unit}` : `${number} ${unit}`
}

/** The same where room is short: without a unit that is a pack's size. */
export const shortAmount = (quantity: number, unit: string): string =>
  /^\d/.test(unit) ? quantityWords(quantity) : amountWords(quantity, unit)

/** A quantity of a product: "12 Queso Cabrales", "1.5 kg Tomatoes". */
export const batchWords = (
  quantity: number,
  product: { readonly name: string; readonly unit: string },
): string => `${shortAmount(quantity, product.unit)} ${product.name}`

/** Columns of the product list that it can be sorted by. */
export const productOrders = ['name', 'category', 'shelf', 'nextDate', 'inStock'] as const

export type ProductOrder = (typeof productOrders)[number]

/** Columns of the customer list that it can be sorted by. */
export const customerOrders = ['name', 'city', 'last'] as const

export type CustomerOrder = (typeof customerOrders)[number]

/** Who is listed: all, those of an answer about mail, or who is put aside. */
export const listedOnly = ['all', 'yes', 'no', 'unasked', 'aside'] as const

export type ListedOnly = (typeof listedOnly)[number]

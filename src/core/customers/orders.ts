/** Columns of the customer list that it can be sorted by; `quiet`: by how unusual a silence is. */
export const customerOrders = ['name', 'city', 'last', 'quiet'] as const

export type CustomerOrder = (typeof customerOrders)[number]

/** Who is listed: all, those of an answer about mail, whose silence is unusual, who asked for a pause, whose address is dead, or who is put aside. */
export const listedOnly = ['all', 'yes', 'no', 'unasked', 'quiet', 'paused', 'dead', 'aside'] as const

export type ListedOnly = (typeof listedOnly)[number]

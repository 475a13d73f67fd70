/** Paper that offices have. */
export type Paper = 'A4' | 'Letter' | 'A5'

export const papers = ['A4', 'Letter', 'A5'] as const satisfies readonly Paper[]

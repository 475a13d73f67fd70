/** How 3/4 and 0304 are read, as a shop's country writes dates. */
export type SlashOrder = 'day-first' | 'month-first'

/** The shop's reading of 3/4: month first in the United States (ISO 3166 code US), day first elsewhere. */
export const slashOrder = (country: string): SlashOrder => (country === 'US' ? 'month-first' : 'day-first')

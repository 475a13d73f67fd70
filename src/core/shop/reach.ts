/** Days for which every act is kept whole, so that it can be undone. */
export const keptDays = 30

/** The newest acts that are kept whole however long ago they were done. */
export const keptActs = 100
